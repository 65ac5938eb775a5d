// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payment/PaymentSheets.h"

#include "core/money/FormatMoney.h"
#include "ui/format/Dates.h"
#include "ui/format/ErrorText.h"
#include "ui/widgets/DateField.h"
#include "ui/widgets/FlowGrid.h"
#include "ui/widgets/PaperView.h"
#include "ui/widgets/TextLabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr int narrowSheet = 640;
constexpr int longestReference = 100;

} // namespace

ReferenceSheet::ReferenceSheet(QWidget *host) : Sheet{host}, m_text{new QLineEdit}
{
    setObjectName(u"referenceSheet"_s);
    setContentWidth(narrowSheet);
    m_text->setObjectName(u"reference.text"_s);
    m_text->setMaxLength(longestReference);
    m_text->setPlaceholderText(tr("Numéro ou référence, tapé ou scanné"));
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout{content};
    layout->addWidget(m_text);
    layout->addStretch(1);
    setContent(content);
    m_confirm = addButton(tr("Payer"), BigButton::Kind::Primary, u"reference.confirm"_s);
    const auto confirm = [this] {
        if (m_text->text().trimmed().isEmpty())
            return;
        close();
        Q_EMIT confirmed(m_method, m_text->text().trimmed());
    };
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString &text) { m_confirm->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_text, &QLineEdit::returnPressed, this, confirm);
    connect(m_confirm, &BigButton::clicked, this, confirm);
}

void ReferenceSheet::ask(const QString &method, const QString &title, const QString &amount)
{
    m_method = method;
    setTitle(title);
    setSubtitle(tr("Quelle référence ?"));
    m_text->clear();
    m_text->setAccessibleName(tr("Référence"));
    m_confirm->setText(tr("Payer %1").arg(amount));
    m_confirm->setEnabled(false);
    open();
}

void ReferenceSheet::takeScan(const QString &code)
{
    m_text->setText(code);
}

GiftSheet::GiftSheet(QWidget *host)
    : Sheet{host}, m_text{new QLineEdit}, m_balance{new TextLabel{{}, TextRole::Figure}},
      m_sentence{new TextLabel{{}, TextRole::Body, Tone::Muted}}
{
    setObjectName(u"giftSheet"_s);
    setContentWidth(narrowSheet);
    m_text->setObjectName(u"gift.code"_s);
    m_text->setMaxLength(longestReference);
    m_text->setPlaceholderText(tr("Scannez la carte ou tapez son code"));
    m_text->setAccessibleName(tr("Code de la carte"));
    m_balance->setObjectName(u"gift.balance"_s);
    m_sentence->setObjectName(u"gift.sentence"_s);
    m_sentence->setWordWrap(true);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout{content};
    layout->setSpacing(12);
    layout->addWidget(m_text);
    layout->addWidget(m_balance);
    layout->addWidget(m_sentence);
    layout->addStretch(1);
    setContent(content);
    m_look = addButton(tr("Voir le solde"), BigButton::Kind::Normal, u"gift.look"_s);
    m_pay = addButton(tr("Payer"), BigButton::Kind::Primary, u"gift.pay"_s);
    connect(m_look, &BigButton::clicked, this, &GiftSheet::look);
    connect(m_text, &QLineEdit::textEdited, this, &GiftSheet::forget);
    const auto pay = [this] {
        if (m_code.isEmpty())
            return;
        close();
        Q_EMIT confirmed(m_method, m_code);
    };
    connect(m_text, &QLineEdit::returnPressed, this, [this, pay] { m_code.isEmpty() ? look() : pay(); });
    connect(m_pay, &BigButton::clicked, this, pay);
}

void GiftSheet::ask(const QString &method, const QString &title, Money due, Language language)
{
    m_method = method;
    m_due = due;
    m_language = language;
    setTitle(title);
    setSubtitle(tr("À encaisser : %1").arg(formatMoney(due, EuroSign::Shown, language)));
    m_text->clear();
    forget();
    open();
}

void GiftSheet::forget()
{
    m_code.clear();
    m_limited.reset();
    m_balance->clear();
    m_sentence->clear();
    m_pay->setText(tr("Payer"));
    m_pay->setEnabled(false);
    m_look->setEnabled(!m_text->text().trimmed().isEmpty());
}

void GiftSheet::takeScan(const QString &code)
{
    m_text->setText(code);
    forget();
    look();
}

void GiftSheet::look()
{
    if (const QString code = m_text->text().trimmed(); !code.isEmpty())
        Q_EMIT balanceWanted(code);
}

QString GiftSheet::sentenceOn(const GiftBalance &gift, Money pays) const
{
    const auto words = [this](Money amount) { return formatMoney(amount, EuroSign::Shown, m_language); };
    if (gift.blocked)
        return tr("Cette carte est bloquée.");
    if (gift.expired)
        return tr("Elle est expirée depuis le %1.").arg(formatShortDate(gift.expiresOn));
    if (!gift.balance.isPositive())
        return tr("Il ne reste rien sur cette carte.");
    if (!pays.isPositive())
        return errorSentence({ErrorCode::GiftOfflineLimit, {}, {gift.code}}, m_language);
    if (m_limited)
        return tr("La caisse est hors ligne : cette carte paie ici %1 au plus. Il restera %2 à encaisser autrement.")
            .arg(words(pays), words(m_due - pays));
    if (pays < m_due)
        return tr("Il restera %1 à encaisser autrement.").arg(words(m_due - pays));
    if (gift.kind == GiftKind::Voucher && gift.balance > pays)
        return tr("Un chèque cadeau s’utilise en une fois : le reste n’est pas rendu.");
    return tr("Il restera %1 sur la carte.").arg(words(gift.balance - pays));
}

void GiftSheet::showBalance(const GiftDesk::Payable &payable)
{
    const GiftBalance &gift = payable.gift;
    const Money covered = std::min(gift.balance, m_due);
    const bool isShort = payable.atMost && *payable.atMost < covered;
    const bool isWhole = gift.kind == GiftKind::Voucher; // a part of it is not taken
    const Money pays = !isShort ? covered : isWhole ? Money{} : *payable.atMost;
    const bool usable = pays.isPositive() && !gift.blocked && !gift.expired;
    m_limited = isShort ? std::optional{pays} : std::nullopt;
    m_balance->setText(tr("Solde %1").arg(formatMoney(gift.balance, EuroSign::Shown, m_language)));
    m_balance->setTone(usable ? Tone::Positive : Tone::Danger);
    m_sentence->setText(sentenceOn(gift, pays));
    m_text->setText(gift.code);
    m_look->setEnabled(true);
    m_code = usable ? gift.code : QString{};
    m_pay->setEnabled(usable);
    m_pay->setText(usable ? tr("Payer %1").arg(formatMoney(pays, EuroSign::Shown, m_language)) : tr("Payer"));
}

void GiftSheet::showRefusal(const QString &sentence)
{
    forget();
    m_sentence->setText(sentence);
    m_text->selectAll();
}

MethodsSheet::MethodsSheet(QWidget *host) : Sheet{host}, m_grid{new FlowGrid{232}}
{
    setObjectName(u"methodsSheet"_s);
    setTitle(tr("Tous les moyens de paiement"));
    m_grid->setSpacing(metric::gap);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout{content};
    layout->addWidget(m_grid);
    layout->addStretch(1);
    setContent(content);
}

void MethodsSheet::ask(const std::vector<MethodState> &methods)
{
    std::vector<QWidget *> buttons;
    for (const MethodState &method : methods) {
        auto *button = new BigButton{method.title, BigButton::Kind::Key};
        button->setObjectName(u"all."_s + method.key);
        button->setKeyHeight(metric::mainKey);
        button->setTextRole(TextRole::BodyStrong);
        button->setLeftAligned(true);
        button->setIconName(method.icon);
        button->setEnabled(method.enabled);
        connect(button, &BigButton::clicked, this, [this, key = method.key] {
            close();
            Q_EMIT chosen(key);
        });
        buttons.push_back(button);
    }
    m_grid->setOrder(buttons);
    open();
}

std::vector<ChipState> dayChips(const std::vector<int> &days, QDate today, QDate chosen)
{
    std::vector<ChipState> chips;
    for (const int count : days)
        chips.push_back({.id = QString::number(count),
                         .text = count == 0 ? QuoteSheet::tr("Aujourd’hui") : QuoteSheet::tr("%1 jours").arg(count),
                         .note = formatShortDate(today.addDays(count)),
                         .selected = chosen == today.addDays(count)});
    return chips;
}

QuoteSheet::QuoteSheet(QWidget *host) : Sheet{host}, m_chips{new ChipRow{120}}, m_until{new DateField{QDate{}}}
{
    setObjectName(u"quoteSheet"_s);
    setContentWidth(narrowSheet);
    setTitle(tr("Faire un devis"));
    setSubtitle(tr("Rien n’est encaissé ; les places ne sont pas tenues."));
    m_until->setObjectName(u"quote.until"_s);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout{content};
    layout->setSpacing(12);
    layout->addWidget(new TextLabel{tr("Valable jusqu’au"), TextRole::SecondaryStrong, Tone::Muted});
    layout->addWidget(m_chips);
    layout->addWidget(m_until);
    layout->addStretch(1);
    setContent(content);
    auto *confirm = addButton(tr("Enregistrer le devis"), BigButton::Kind::Primary, u"quote.confirm"_s);
    connect(m_chips, &ChipRow::chosen, this, [this](const QString &id) {
        m_until->setDate(m_today.addDays(id.toInt()));
        renderChips();
    });
    connect(m_until, &QDateEdit::dateChanged, this, &QuoteSheet::renderChips);
    connect(confirm, &BigButton::clicked, this, [this] {
        close();
        Q_EMIT confirmed(m_until->date());
    });
}

void QuoteSheet::ask(QDate today)
{
    m_today = today;
    m_until->setMinimumDate(today);
    m_until->setDate(today.addDays(30));
    renderChips();
    open();
}

void QuoteSheet::renderChips()
{
    m_chips->render(dayChips({7, 15, 30, 60}, m_today, m_until->date()));
}

GiveBackSheet::GiveBackSheet(QWidget *host) : Sheet{host}, m_sentence{new TextLabel{{}, TextRole::Body}}
{
    setObjectName(u"giveBackSheet"_s);
    setContentWidth(narrowSheet);
    m_sentence->setObjectName(u"giveBack.sentence"_s);
    m_sentence->setWordWrap(true);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout{content};
    layout->addWidget(m_sentence);
    layout->addStretch(1);
    setContent(content);
    m_confirm = addButton({}, BigButton::Kind::Danger, u"giveBack.confirm"_s);
    m_confirm->setTextRole(TextRole::Amount);
    connect(m_confirm, &BigButton::clicked, this, [this] {
        close();
        Q_EMIT confirmed(m_state.payment, m_state.method);
    });
}

void GiveBackSheet::ask(const GiveBackState &state)
{
    m_state = state;
    setTitle(state.title);
    m_sentence->setText(state.sentence);
    m_confirm->setText(state.confirm);
    open();
}

ReceiptSheet::ReceiptSheet(QWidget *host) : Sheet{host}, m_paper{new PaperView}
{
    setObjectName(u"paperSheet"_s);
    m_paper->setObjectName(u"paper"_s);
    setContent(m_paper);
}

void ReceiptSheet::present(const QString &title, const QImage &image)
{
    setTitle(title);
    m_paper->setImage(image);
    open();
}

} // namespace guichet
