// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/more/ScaleCodes.h"

#include "ui/widgets/BigButton.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpressionValidator>

#include <array>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int codeDigits = 12; ///< Before the check digit of an EAN-13.
constexpr int prefixWidth = 72;

/// How the digits behind the prefix are shared.
struct Sharing
{
    int item = 5;
    bool verifier = false;
    int value = 5;
    int total() const { return item + (verifier ? 1 : 0) + value; }
};

constexpr std::array usual{Sharing{5, false, 5}, Sharing{5, true, 4}, Sharing{4, true, 5}, Sharing{4, false, 6}, Sharing{6, false, 4}};

QString sharingKey(const Sharing &sharing)
{
    return u"%1-%2-%3"_s.arg(sharing.item).arg(sharing.verifier ? 1 : 0).arg(sharing.value);
}

Sharing sharingOf(const QString &key)
{
    const QStringList parts = key.split(u'-');
    return {parts.value(0).toInt(), parts.value(1) == u"1", parts.value(2).toInt()};
}

QString sharingWords(const Sharing &sharing)
{
    const QString sentence =
        sharing.verifier ? ScaleCodes::tr("article %1, contrôle 1, valeur %2") : ScaleCodes::tr("article %1, valeur %2 chiffres");
    return sentence.arg(sharing.item).arg(sharing.value);
}

QComboBox *makeSharings(const Sharing &shown, QWidget *parent)
{
    auto *box = new QComboBox{parent};
    box->setObjectName(u"scale.digits"_s);
    box->setAccessibleName(ScaleCodes::tr("Chiffres"));
    for (const Sharing &sharing : usual)
        box->addItem(sharingWords(sharing), sharingKey(sharing));
    if (box->findData(sharingKey(shown)) < 0) // one that was set otherwise stays as it is
        box->addItem(sharingWords(shown), sharingKey(shown));
    box->setCurrentIndex(box->findData(sharingKey(shown)));
    return box;
}

QComboBox *makeFields(const EmbeddedCodeLayout &layout, QWidget *parent)
{
    using Field = EmbeddedCodeLayout::Field;
    auto *box = new QComboBox{parent};
    box->setObjectName(u"scale.field"_s);
    box->setAccessibleName(ScaleCodes::tr("Valeur"));
    const auto add = [box](const QString &words, Field field, int decimals) {
        box->addItem(words, QPoint{static_cast<int>(field), decimals});
    };
    add(ScaleCodes::tr("prix, 2 décimales"), Field::Price, 2);
    add(ScaleCodes::tr("poids en grammes"), Field::Weight, 3);
    add(ScaleCodes::tr("nombre de pièces"), Field::Pieces, 0);
    const QPoint shown{static_cast<int>(layout.field), layout.field == Field::Pieces ? 0 : layout.decimals};
    if (box->findData(shown) < 0)
        add(layout.field == Field::Price ? ScaleCodes::tr("prix, %1 décimales").arg(layout.decimals)
                                         : ScaleCodes::tr("poids en kg, %1 décimales").arg(layout.decimals),
            layout.field, layout.decimals);
    box->setCurrentIndex(box->findData(shown));
    return box;
}

EmbeddedCodeLayout layoutOf(const QWidget &row)
{
    const Sharing sharing = sharingOf(row.findChild<QComboBox *>(u"scale.digits"_s)->currentData().toString());
    const QPoint field = row.findChild<QComboBox *>(u"scale.field"_s)->currentData().toPoint();
    return {.prefix = row.findChild<QLineEdit *>(u"scale.prefix"_s)->text(),
            .itemDigits = sharing.item,
            .verifier = sharing.verifier,
            .valueDigits = sharing.value,
            .field = static_cast<EmbeddedCodeLayout::Field>(field.x()),
            .decimals = field.y()};
}

int digitsOf(const EmbeddedCodeLayout &layout)
{
    return static_cast<int>(layout.prefix.size()) + Sharing{layout.itemDigits, layout.verifier, layout.valueDigits}.total();
}

TextLabel *makeRefusal(QWidget *row)
{
    auto *refusal = new TextLabel{{}, TextRole::Secondary, Tone::Danger, row};
    refusal->setObjectName(u"scale.refusal"_s);
    refusal->setWordWrap(true);
    refusal->hide();
    return refusal;
}

} // namespace

ScaleCodes::ScaleCodes(QWidget *parent) : QWidget{parent}, m_rows{new QVBoxLayout}
{
    auto *add = new BigButton{tr("Ajouter une étiquette"), BigButton::Kind::Normal, this};
    add->setObjectName(u"scale.add"_s);
    add->setKeyHeight(metric::touch);
    m_rows->setSpacing(metric::gap);
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::gap);
    layout->addLayout(m_rows);
    layout->addWidget(add, 0, Qt::AlignLeft);
    connect(add, &BigButton::clicked, this, [this] { addRow({}); });
}

void ScaleCodes::setLayouts(const QList<EmbeddedCodeLayout> &layouts)
{
    qDeleteAll(findChildren<QWidget *>(u"scale.row"_s, Qt::FindDirectChildrenOnly));
    for (const EmbeddedCodeLayout &layout : layouts)
        addRow(layout);
}

QList<EmbeddedCodeLayout> ScaleCodes::layouts() const
{
    QList<EmbeddedCodeLayout> layouts;
    for (int i = 0; i < m_rows->count(); ++i)
        layouts.push_back(layoutOf(*m_rows->itemAt(i)->widget()));
    return layouts;
}

QWidget *ScaleCodes::refuseWrongRow()
{
    QWidget *first = nullptr;
    for (int i = 0; i < m_rows->count(); ++i) {
        QWidget *row = m_rows->itemAt(i)->widget();
        auto *refusal = row->findChild<TextLabel *>(u"scale.refusal"_s);
        const int digits = digitsOf(layoutOf(*row));
        refusal->setText(tr("Le début et les parts font %1 chiffres ensemble ; il en faut %2.").arg(digits).arg(codeDigits));
        refusal->setVisible(digits != codeDigits);
        if (digits != codeDigits && !first)
            first = row->findChild<QLineEdit *>(u"scale.prefix"_s);
    }
    return first;
}

void ScaleCodes::addRow(const EmbeddedCodeLayout &layout)
{
    auto *row = new QWidget{this};
    row->setObjectName(u"scale.row"_s);
    auto *prefix = new QLineEdit{layout.prefix, row};
    prefix->setObjectName(u"scale.prefix"_s);
    prefix->setAccessibleName(tr("Commence par"));
    prefix->setFixedWidth(prefixWidth);
    prefix->setValidator(new QRegularExpressionValidator{QRegularExpression{u"\\d{1,%1}"_s.arg(layout.prefix.size())}, prefix});
    auto *remove = new BigButton{tr("Retirer"), BigButton::Kind::Normal, row};
    remove->setObjectName(u"scale.remove"_s);
    remove->setKeyHeight(metric::touch);
    QComboBox *sharings = makeSharings({layout.itemDigits, layout.verifier, layout.valueDigits}, row);
    TextLabel *refusal = makeRefusal(row);
    auto *parts = new QHBoxLayout;
    parts->setSpacing(metric::gap);
    parts->addWidget(prefix);
    parts->addWidget(sharings, 1);
    parts->addWidget(makeFields(layout, row));
    parts->addWidget(remove);
    auto *whole = new QVBoxLayout{row};
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(2);
    whole->addLayout(parts);
    whole->addWidget(refusal);
    m_rows->addWidget(row);
    connect(prefix, &QLineEdit::textEdited, refusal, &QWidget::hide);
    connect(sharings, &QComboBox::currentIndexChanged, refusal, &QWidget::hide);
    connect(remove, &BigButton::clicked, row, [row] {
        row->hide();
        row->setParent(nullptr);
        row->deleteLater();
    });
}

} // namespace guichet
