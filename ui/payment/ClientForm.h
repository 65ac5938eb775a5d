// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pricing/Cart.h"
#include "ui/widgets/BigButton.h"
#include "ui/widgets/ChipRow.h"
#include "ui/widgets/TextLabel.h"

#include <QHash>

class QComboBox;
class QGridLayout;
class QLineEdit;

namespace guichet {

/// The tab CLIENT (SELL-8): where visitors come from, the frequent origins in one tap, and who they are when they say so. Object names:
/// `chip.BE`, `client.country`, `client.postcode`, `client.province`, `client.name` …, `client.save`.
class ClientForm : public QWidget
{
    Q_OBJECT

public:
    explicit ClientForm(QWidget *parent = nullptr);
    /// Shows what the cart knows. `tickets`: whether the origin is wished for at all.
    void render(const Client &client, bool tickets, Language language);
    Client client() const;
    /// Whether it says something else than what was rendered.
    bool isChanged() const { return client() != m_rendered; }
    /// Says at the field `name` (as the command calls it) what is wrong with it.
    void showRefusal(const QString &name, const QString &sentence);

Q_SIGNALS:
    void saveWanted();

private:
    void chooseCountry(const QString &code);
    void renderChips();
    QWidget *buildOrigin();
    QWidget *buildPerson();
    QLineEdit *addField(QGridLayout *grid, int row, int column, int span, const QString &label, const QString &name, int longest);
    void hideRefusals();
    void fillCountries();

    Client m_rendered;
    QString m_country;
    QString m_customerLanguage;
    Language m_language = Language::French;
    TextLabel *m_hint;
    ChipRow *m_chips;
    QComboBox *m_countries;
    QLineEdit *m_postcode;
    QComboBox *m_province;
    ChipRow *m_languages;
    QHash<QString, TextLabel *> m_refusals; ///< Under each field, by its name.
    QLineEdit *m_firstName = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_email = nullptr;
    QLineEdit *m_telephone = nullptr;
    QLineEdit *m_address = nullptr;
    QLineEdit *m_company = nullptr;
    QLineEdit *m_vatNumber = nullptr;
    QLineEdit *m_comment = nullptr;
    QLineEdit *m_internal = nullptr;
    BigButton *m_save;
};

} // namespace guichet
