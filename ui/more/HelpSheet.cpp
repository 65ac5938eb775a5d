// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/more/HelpSheet.h"

#include "ui/pages/PageHead.h"
#include "ui/widgets/Card.h"

#include <QBoxLayout>
#include <QGridLayout>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

/// The key list as a card.
QWidget *keyCard(QWidget *parent)
{
    auto *card = new Card{HelpSheet::tr("Les touches du clavier"), parent};
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const auto &[key, words] : keyList()) {
        auto *meaning = new TextLabel{words, TextRole::Body, Tone::Normal, card};
        meaning->setWordWrap(true);
        grid->addWidget(new TextLabel{key, TextRole::BodyStrong, Tone::Primary, card}, row, 0, Qt::AlignTop);
        grid->addWidget(meaning, row++, 1);
    }
    card->body()->addLayout(grid);
    card->body()->addStretch(1);
    return card;
}

} // namespace

HelpSheet::HelpSheet(QWidget *host) : Sheet{host}
{
    setObjectName(u"helpSheet"_s);
    setTitle(tr("Aide"));
    auto *content = new QWidget;
    auto *topics = new QVBoxLayout;
    topics->setSpacing(4);
    for (const HelpTopic &topic : helpTopics()) {
        auto *title = new TextLabel{topic.title, TextRole::BodyStrong, Tone::Normal, content};
        title->setObjectName(u"help."_s + topic.id);
        auto *text = new TextLabel{topic.text, TextRole::Body, Tone::Muted, content};
        text->setWordWrap(true);
        topics->addWidget(title);
        topics->addWidget(text);
        topics->addSpacing(12);
    }
    topics->addStretch(1);
    auto *columns = new QHBoxLayout{content};
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(32);
    columns->addLayout(topics, 3);
    columns->addWidget(keyCard(content), 2, Qt::AlignTop);
    setContent(content);
}

AboutSheet::AboutSheet(QWidget *host)
    : Sheet{host}, m_till{new TextLabel{{}, TextRole::Body}}, m_key{new TextLabel{{}, TextRole::Body}},
      m_keyPlace{new TextLabel{{}, TextRole::Secondary, Tone::Muted}}
{
    setObjectName(u"aboutSheet"_s);
    setContentWidth(720);
    setTitle(tr("Guichet"));
    setSubtitle(tr("Version %1 · logiciel libre, GPL-3.0-or-later").arg(QStringLiteral(GUICHET_VERSION)));
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout{content};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (TextLabel *label : {m_till, m_key}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    layout->addWidget(caption(tr("Caisse"), content));
    layout->addWidget(m_till);
    layout->addSpacing(8);
    layout->addWidget(caption(tr("Empreinte de la clé qui signe le journal"), content));
    layout->addWidget(m_key);
    m_keyPlace->setObjectName(u"about.keyPlace"_s);
    m_keyPlace->setWordWrap(true);
    layout->addWidget(m_keyPlace);
    layout->addStretch(1);
    setContent(content);
}

void AboutSheet::present(const MoreFacts &facts)
{
    m_till->setText(facts.till.tillName + u"\n"_s + facts.tillUid);
    QString groups;
    for (qsizetype i = 0; i < facts.keyFingerprint.size(); i += 8)
        groups += facts.keyFingerprint.mid(i, 8) + u' ';
    m_key->setText(groups.trimmed());
    m_keyPlace->setText(facts.keyInFile ? tr("Son secret est dans un fichier du dossier de la caisse : protégez ce dossier.")
                                        : tr("Son secret est dans le trousseau de cet ordinateur."));
    open();
}

} // namespace guichet
