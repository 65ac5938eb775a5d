// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/FirstStartScreen.h"

#include "ui/pages/PageHead.h"
#include "ui/start/ReplacementForm.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Card.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLineEdit>
#include <QProgressBar>
#include <QScrollArea>
#include <QScroller>
#include <QStackedLayout>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int formWidth = 1080;

void describe(TextLabel *note, const FieldNote &state)
{
    note->setText(state.text);
    note->setTone(state.tone);
    note->setVisible(!state.text.isEmpty());
}

QVBoxLayout *column(Card *card)
{
    card->body()->setSpacing(4);
    return card->body();
}

/// Two columns side by side in a column.
std::pair<QVBoxLayout *, QVBoxLayout *> twoSides(QVBoxLayout *parent, int leftShare, int rightShare)
{
    auto *row = new QHBoxLayout;
    parent->addLayout(row);
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    row->addLayout(left, leftShare);
    row->addLayout(right, rightShare);
    row->setSpacing(12);
    row->setAlignment(left, Qt::AlignTop);
    row->setAlignment(right, Qt::AlignTop);
    left->setSpacing(4);
    right->setSpacing(4);
    return {left, right};
}

} // namespace

FirstStartScreen::FirstStartScreen(QWidget *parent)
    : QWidget{parent}, m_failure{new Banner{this}}, m_progress{new QProgressBar{this}}, m_body{new QWidget{this}}
{
    setObjectName(u"firstStart"_s);
    m_failure->setObjectName(u"start.failure"_s);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->hide();
    m_pages = new QStackedLayout{m_body};
    m_pages->addWidget(makeChoice());
    m_pages->addWidget(makeForm());
    m_pages->addWidget(makeReplacement());
    connect(m_pages, &QStackedLayout::currentChanged, this, &FirstStartScreen::forgetFailure);
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(24, 12, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(m_failure);
    layout->addWidget(m_progress);
    layout->addWidget(m_body, 1);
    refresh();
}

QWidget *FirstStartScreen::makeChoice()
{
    auto *page = new QWidget{m_body};
    auto *card = new Card{{}, page};
    card->setMaximumWidth(640);
    m_demo = new BigButton{tr("Essayer avec la démo"), BigButton::Kind::Primary, card};
    m_demo->setObjectName(u"start.demo"_s);
    m_own = new BigButton{tr("Créer ma caisse"), BigButton::Kind::Normal, card};
    m_own->setObjectName(u"start.own"_s);
    m_own->setKeyHeight(metric::mainKey);
    m_replace = new BigButton{tr("Remplacer une caisse"), BigButton::Kind::Normal, card};
    m_replace->setObjectName(u"start.replace"_s);
    auto *welcome = new TextLabel{tr("Bienvenue"), TextRole::Figure, Tone::Normal, card};
    auto *words = new TextLabel{tr("Cette caisse n’a pas encore de données. La démo montre une attraction inventée, avec ses offres, sa "
                                   "boutique et cinq utilisateurs : "
                                   "tout peut s’y essayer. Votre propre caisse se crée en une page."),
                                TextRole::Body, Tone::Muted, card};
    words->setWordWrap(true);
    for (QWidget *widget : std::initializer_list<QWidget *>{welcome, words, m_demo, m_own, m_replace})
        card->body()->addWidget(widget);
    card->body()->setSpacing(16);
    auto *layout = new QVBoxLayout{page};
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(card, 6);
    row->addStretch(1);
    layout->addStretch(2);
    layout->addLayout(row);
    layout->addStretch(3);
    connect(m_demo, &BigButton::clicked, this, [this] {
        TillCreation creation;
        creation.demo = true;
        Q_EMIT creationWanted(creation);
    });
    connect(m_own, &BigButton::clicked, this, [this] {
        m_pages->setCurrentIndex(1);
        m_legalName.edit->setFocus();
    });
    connect(m_replace, &BigButton::clicked, this, [this] {
        m_pages->setCurrentWidget(m_replacement);
        m_replacement->begin();
    });
    return page;
}

QWidget *FirstStartScreen::makeReplacement()
{
    m_replacement = new ReplacementForm{m_body};
    connect(m_replacement, &ReplacementForm::replacementWanted, this, &FirstStartScreen::replacementWanted);
    connect(m_replacement, &ReplacementForm::changed, this, &FirstStartScreen::forgetFailure);
    connect(m_replacement, &ReplacementForm::backWanted, this, [this] { m_pages->setCurrentIndex(0); });
    return m_replacement;
}

FirstStartScreen::Field FirstStartScreen::addField(QVBoxLayout *layout, const QString &label, const QString &objectName, int longest)
{
    auto *heading = new TextLabel{label, TextRole::SecondaryStrong, Tone::Normal, layout->parentWidget()};
    Field field{.edit = new QLineEdit{layout->parentWidget()},
                .note = new TextLabel{{}, TextRole::Secondary, Tone::Muted, layout->parentWidget()}};
    field.edit->setObjectName(objectName);
    field.edit->setAccessibleName(label);
    field.edit->setMaxLength(longest);
    field.note->setObjectName(objectName + u".note"_s);
    field.note->hide();
    layout->addWidget(heading);
    layout->addWidget(field.edit);
    layout->addWidget(field.note);
    connect(field.edit, &QLineEdit::textChanged, this, &FirstStartScreen::refresh);
    return field;
}

QWidget *FirstStartScreen::makeAttraction(QWidget *form)
{
    auto *attraction = new Card{tr("L’attraction, comme elle s’imprime sur les reçus"), form};
    QVBoxLayout *left = column(attraction);
    m_legalName = addField(left, tr("Nom"), u"start.name"_s, 120);
    m_enterprise = addField(left, tr("Numéro d’entreprise"), u"start.enterprise"_s, 20);
    m_vatLiable = new QCheckBox{tr("Assujettie à la TVA"), attraction};
    m_vatLiable->setObjectName(u"start.vatLiable"_s);
    m_vatLiable->setChecked(true);
    left->addWidget(m_vatLiable);
    m_street = addField(left, tr("Rue et numéro"), u"start.street"_s, 120);
    const auto [postcodeSide, citySide] = twoSides(left, 1, 2);
    m_postcode = addField(postcodeSide, tr("Code postal"), u"start.postcode"_s, 10);
    m_city = addField(citySide, tr("Localité"), u"start.city"_s, 80);
    left->addStretch(1);
    return attraction;
}

QWidget *FirstStartScreen::makeTill(QWidget *form)
{
    auto *till = new Card{tr("La caisse et qui la gère"), form};
    QVBoxLayout *right = column(till);
    m_till = addField(right, tr("Nom de la caisse"), u"start.till"_s, 40);
    m_till.edit->setText(tr("Accueil"));
    m_iban = addField(right, tr("Compte bancaire (IBAN)"), u"start.iban"_s, 42);
    m_administrator = addField(right, tr("Administrateur"), u"start.administrator"_s, 60);
    m_email = addField(right, tr("Son e-mail"), u"start.email"_s, 120);
    const auto [pinSide, againSide] = twoSides(right, 1, 1);
    m_pin = addField(pinSide, tr("Code PIN"), u"start.pin"_s, 8);
    m_pinAgain = addField(againSide, tr("Encore une fois"), u"start.pinAgain"_s, 8);
    for (QLineEdit *pin : {m_pin.edit, m_pinAgain.edit}) {
        pin->setEchoMode(QLineEdit::Password);
        pin->setInputMethodHints(Qt::ImhDigitsOnly);
    }
    right->addStretch(1);
    return till;
}

QWidget *FirstStartScreen::makeForm()
{
    auto *page = new QWidget{m_body};
    auto *scroll = new QScrollArea{page};
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setAlignment(Qt::AlignHCenter);
    QScroller::grabGesture(scroll->viewport(), QScroller::TouchGesture);
    auto *form = new QWidget;
    form->setMaximumWidth(formWidth);
    auto *columns = new QHBoxLayout{form};
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(16);
    columns->addWidget(makeAttraction(form), 1);
    columns->addWidget(makeTill(form), 1);
    scroll->setWidget(form);
    auto *head = new PageHead{tr("Créer ma caisse"), page};
    BigButton *back = head->addAction(tr("Retour"), u"start.back"_s, IconName::Back);
    connect(back, &BigButton::clicked, this, [this] { m_pages->setCurrentIndex(0); });
    auto *layout = new QVBoxLayout{page};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(head);
    layout->addWidget(scroll, 1);
    layout->addLayout(makeFoot(page));
    return page;
}

QHBoxLayout *FirstStartScreen::makeFoot(QWidget *page)
{
    m_missing = new TextLabel{{}, TextRole::Secondary, Tone::Muted, page};
    m_missing->setObjectName(u"start.missing"_s);
    m_missing->setWordWrap(true);
    m_create = new BigButton{tr("Créer la caisse"), BigButton::Kind::Primary, page};
    m_create->setObjectName(u"start.create"_s);
    m_create->setKey(Qt::Key_F12);
    m_create->setMinimumWidth(280);
    connect(m_create, &BigButton::clicked, this, [this] { Q_EMIT creationWanted(creationOf(input())); });
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_missing, 1);
    foot->addWidget(m_create);
    return foot;
}

StartInput FirstStartScreen::input() const
{
    return {.legalName = m_legalName.edit->text(),
            .enterpriseNumber = m_enterprise.edit->text(),
            .vatLiable = m_vatLiable->isChecked(),
            .street = m_street.edit->text(),
            .postcode = m_postcode.edit->text(),
            .city = m_city.edit->text(),
            .iban = m_iban.edit->text(),
            .tillName = m_till.edit->text(),
            .administrator = m_administrator.edit->text(),
            .email = m_email.edit->text(),
            .pin = m_pin.edit->text(),
            .pinAgain = m_pinAgain.edit->text()};
}

void FirstStartScreen::refresh()
{
    if (!m_create)
        return;
    forgetFailure();
    const StartState state = presentStart(input());
    describe(m_enterprise.note, state.enterprise);
    describe(m_iban.note, state.iban);
    describe(m_pin.note, state.pin);
    m_missing->setText(state.missing);
    m_create->setEnabled(state.canCreate);
}

void FirstStartScreen::showFailure(const Error &error)
{
    setBusy(false);
    const bool isReplacing = m_pages->currentWidget() == m_replacement;
    m_failure->render({.text = firstStartSentence(error, isReplacing ? m_replacement->authority() : QString{}), .tone = Tone::Danger});
    if (isReplacing)
        m_replacement->correct(error);
    else if (m_focusBefore)
        m_focusBefore->setFocus();
}

/// It was about what stood there.
void FirstStartScreen::forgetFailure()
{
    m_failure->render({});
}

void FirstStartScreen::setBusy(bool busy)
{
    if (busy) {
        forgetFailure();
        m_focusBefore = focusWidget();
    }
    m_progress->setVisible(busy);
    m_body->setEnabled(!busy);
}

} // namespace guichet
