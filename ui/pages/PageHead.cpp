// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/PageHead.h"

#include "ui/widgets/Sheet.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <ranges>

namespace guichet {

PageHead::PageHead(const QString &title, QWidget *parent)
    : QWidget{parent}, m_title{new TextLabel{title, TextRole::Title, Tone::Normal, this}},
      m_subtitle{new TextLabel{{}, TextRole::Secondary, Tone::Muted, this}}, m_row{new QHBoxLayout{this}}
{
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(m_title);
    texts->addWidget(m_subtitle);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(metric::gap);
    m_row->addLayout(texts, 1);
    m_subtitle->hide();
    setMinimumHeight(metric::touch);
}

void PageHead::setTexts(const QString &title, const QString &subtitle)
{
    m_title->setText(title);
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
}

BigButton *PageHead::addAction(const QString &text, const QString &objectName, IconName icon, BigButton::Kind kind)
{
    auto *button = new BigButton{text, kind, this};
    button->setObjectName(objectName);
    button->setIconName(icon);
    button->setKeyHeight(metric::touch);
    m_row->addWidget(button);
    return button;
}

void PageHead::addWidget(QWidget *widget, int stretch)
{
    m_row->addWidget(widget, stretch);
}

WordRow::WordRow(const QString &label, QWidget *parent)
    : QWidget{parent}, m_words{new TextLabel{{}, TextRole::SecondaryStrong, Tone::Normal, this}}
{
    auto *row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(new TextLabel{label, TextRole::Secondary, Tone::Muted, this});
    row->addWidget(m_words, 1);
    m_words->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_words->setWordWrap(true);
}

void WordRow::setWords(const QString &words, Tone tone)
{
    m_words->setText(words);
    m_words->setTone(tone);
}

bool closeOpenSheet(QWidget &page)
{
    const auto sheets = page.findChildren<Sheet *>();
    for (Sheet *sheet : std::views::reverse(sheets))
        if (sheet->isOpen()) {
            sheet->close();
            return true;
        }
    return false;
}

} // namespace guichet
