// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payment/ClientForm.h"

#include "ui/format/Countries.h"
#include "ui/payment/PaymentState.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr int widestForm = 980;
constexpr int formColumns = 6;
constexpr int half = formColumns / 2;
constexpr int third = formColumns / 3;

} // namespace

ClientForm::ClientForm(QWidget *parent)
    : QWidget{parent}, m_hint{new TextLabel{{}, TextRole::Body, Tone::Muted, this}}, m_chips{new ChipRow{112, this}},
      m_countries{new QComboBox{this}}, m_postcode{new QLineEdit{this}}, m_province{new QComboBox{this}},
      m_languages{new ChipRow{72, this}}, m_save{new BigButton{tr("Enregistrer et continuer"), BigButton::Kind::Primary, this}}
{
    setObjectName(u"clientForm"_s);
    auto *page = new QWidget;
    page->setMaximumWidth(widestForm);
    auto *layout = new QVBoxLayout{page};
    layout->setContentsMargins(0, 8, 0, 4);
    layout->setSpacing(8);
    m_hint->setWordWrap(true);
    layout->addWidget(m_hint);
    layout->addWidget(buildOrigin());
    layout->addWidget(buildPerson());
    layout->addStretch(1);
    auto *scroll = new QScrollArea{this};
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    auto *outer = new QVBoxLayout{this};
    outer->setContentsMargins(0, 0, 0, 12);
    outer->addWidget(scroll, 1);
    outer->addWidget(m_save);
    m_save->setObjectName(u"client.save"_s);
    connect(m_save, &BigButton::clicked, this, &ClientForm::saveWanted);
}

QWidget *ClientForm::buildOrigin()
{
    auto *origin = new QWidget{this};
    auto *layout = new QVBoxLayout{origin};
    layout->setContentsMargins(0, 0, 0, 8);
    layout->setSpacing(8);
    m_countries->setObjectName(u"client.country"_s);
    m_postcode->setObjectName(u"client.postcode"_s);
    m_postcode->setPlaceholderText(tr("Code postal"));
    m_postcode->setAccessibleName(tr("Code postal"));
    m_postcode->setMaxLength(10);
    m_province->setObjectName(u"client.province"_s);
    m_province->addItem(tr("Province…"), QString{});
    for (const QString &province : dutchProvinces())
        m_province->addItem(province, province);
    layout->addWidget(caption(tr("D’OÙ VIENNENT LES VISITEURS"), origin));
    layout->addWidget(m_chips);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_countries, 1);
    row->addWidget(m_postcode, 1);
    row->addWidget(m_province, 1);
    layout->addLayout(row);
    connect(m_chips, &ChipRow::chosen, this, [this](const QString &code) { chooseCountry(code == m_country ? QString{} : code); });
    connect(m_countries, &QComboBox::activated, this, [this](int index) { chooseCountry(m_countries->itemData(index).toString()); });
    return origin;
}

QLineEdit *ClientForm::addField(QGridLayout *grid, int row, int column, int span, const QString &label, const QString &name, int longest)
{
    auto *field = new QLineEdit{this};
    field->setObjectName(u"client."_s + name);
    field->setAccessibleName(label);
    field->setMaxLength(longest);
    auto *refusal = new TextLabel{{}, TextRole::Secondary, Tone::Danger, this};
    refusal->setObjectName(u"client.%1.refusal"_s.arg(name));
    refusal->setWordWrap(true);
    refusal->hide();
    m_refusals.insert(name, refusal);
    connect(field, &QLineEdit::textEdited, refusal, &QWidget::hide);
    auto *cell = new QVBoxLayout;
    cell->setSpacing(2);
    cell->addWidget(new TextLabel{label, TextRole::Secondary, Tone::Muted, this});
    cell->addWidget(field);
    cell->addWidget(refusal);
    grid->addLayout(cell, row, column, 1, span, Qt::AlignTop);
    return field;
}

QWidget *ClientForm::buildPerson()
{
    auto *person = new QWidget{this};
    auto *layout = new QVBoxLayout{person};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(caption(tr("COORDONNÉES (FACULTATIF)"), person));
    auto *grid = new QGridLayout;
    grid->setSpacing(8);
    for (int column = 0; column < formColumns; ++column)
        grid->setColumnStretch(column, 1);
    m_firstName = addField(grid, 0, 0, third, tr("Prénom"), u"firstName"_s, 80);
    m_name = addField(grid, 0, third, third, tr("Nom"), u"name"_s, 80);
    m_telephone = addField(grid, 0, 2 * third, third, tr("Téléphone"), u"telephone"_s, 40);
    m_email = addField(grid, 1, 0, half, tr("E-mail"), u"email"_s, 120);
    m_address = addField(grid, 1, half, half, tr("Adresse"), u"address"_s, 200);
    m_company = addField(grid, 2, 0, half, tr("Société"), u"company"_s, 120);
    m_vatNumber = addField(grid, 2, half, half, tr("Numéro de TVA"), u"vatNumber"_s, 20);
    m_comment = addField(grid, 3, 0, half, tr("Commentaire"), u"comment"_s, 200);
    m_internal = addField(grid, 3, half, half, tr("Commentaire interne"), u"internalComment"_s, 200);
    layout->addLayout(grid);
    layout->addWidget(caption(tr("LANGUE DU TICKET"), person));
    layout->addWidget(m_languages);
    connect(m_languages, &ChipRow::chosen, this, [this](const QString &code) {
        m_customerLanguage = code;
        renderChips();
    });
    return person;
}

void ClientForm::hideRefusals()
{
    for (TextLabel *refusal : std::as_const(m_refusals))
        refusal->hide();
}

void ClientForm::showRefusal(const QString &name, const QString &sentence)
{
    hideRefusals();
    TextLabel *refusal = m_refusals.value(name, m_hint);
    refusal->setText(sentence);
    refusal->show();
    if (auto *field = findChild<QLineEdit *>(u"client."_s + name))
        field->setFocus();
}

void ClientForm::chooseCountry(const QString &code)
{
    m_country = code;
    const int index = m_countries->findData(code);
    m_countries->setCurrentIndex(std::max(0, index));
    m_postcode->setVisible(code == u"BE");
    m_province->setVisible(code == u"NL");
    renderChips();
}

void ClientForm::fillCountries()
{
    m_countries->clear();
    m_countries->addItem(tr("Autre pays…"), QString{});
    for (const Country &country : countries(m_language))
        m_countries->addItem(country.name, country.code);
}

void ClientForm::renderChips()
{
    m_chips->render(presentOrigins(m_country, m_language));
    std::vector<ChipState> languages;
    for (const auto &[code, name] :
         {std::pair{u"fr"_s, u"Français"_s}, {u"nl"_s, u"Nederlands"_s}, {u"en"_s, u"English"_s}, {u"de"_s, u"Deutsch"_s}})
        languages.push_back({.id = code, .text = name, .selected = code == m_customerLanguage});
    m_languages->render(languages);
}

void ClientForm::render(const Client &client, bool tickets, Language language)
{
    m_rendered = client;
    if (m_countries->count() == 0 || language != m_language) {
        m_language = language;
        fillCountries();
    }
    m_customerLanguage = languageCode(client.language);
    m_hint->setText(tickets ? QString{} : tr("Rien n’est à demander pour cette vente : tout est facultatif ici."));
    m_hint->setVisible(!tickets);
    hideRefusals();
    m_postcode->setText(client.postcode);
    m_province->setCurrentIndex(std::max(0, m_province->findData(client.province)));
    m_firstName->setText(client.firstName);
    m_name->setText(client.name);
    m_email->setText(client.email);
    m_telephone->setText(client.telephone);
    m_address->setText(client.address);
    m_company->setText(client.company);
    m_vatNumber->setText(client.vatNumber);
    m_comment->setText(client.comment);
    m_internal->setText(client.internalComment);
    chooseCountry(client.country.isEmpty() && tickets ? u"BE"_s : client.country);
    m_rendered = this->client();
}

Client ClientForm::client() const
{
    Client client;
    client.country = m_country;
    client.postcode = m_country == u"BE" ? m_postcode->text().trimmed() : QString{};
    client.province = m_country == u"NL" ? m_province->currentData().toString() : QString{};
    client.firstName = m_firstName->text().trimmed();
    client.name = m_name->text().trimmed();
    client.email = m_email->text().trimmed();
    client.telephone = m_telephone->text().trimmed();
    client.address = m_address->text().trimmed();
    client.company = m_company->text().trimmed();
    client.vatNumber = m_vatNumber->text().trimmed();
    client.comment = m_comment->text().trimmed();
    client.internalComment = m_internal->text().trimmed();
    client.language = languageFromCode(m_customerLanguage);
    return client;
}

} // namespace guichet
