// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/login/LoginScreen.h"

#include "ui/format/Dates.h"
#include "ui/format/ErrorText.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Keypad.h"
#include "ui/widgets/PinPad.h"
#include "ui/widgets/TextLabel.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Staff)
};

QString roleWord(Role role)
{
    switch (role) {
    case Role::Seller: return Words::tr("vendeur");
    case Role::Manager: return Words::tr("utilisateur");
    case Role::Administrator: return Words::tr("administrateur");
    }
    Q_UNREACHABLE();
}

/// Before a vowel, a mute h, or the y of Yves.
bool elides(const QString &name)
{
    const QString letters = name.normalized(QString::NormalizationForm_D).toLower();
    const QChar first = letters.isEmpty() ? QChar{} : letters.front();
    return u"aeiouhœ"_s.contains(first) || (first == u'y' && letters.size() > 1 && !u"aeiou"_s.contains(letters.at(1)));
}

constexpr int chipWidth = 168;
constexpr int padWidth = 320;
constexpr int widest = 1440; ///< Beyond it names and keys would be far from each other.

} // namespace

std::vector<ChipState> presentStaff(const std::vector<StaffTile> &tiles, const QString &chosen, const QDateTime &now)
{
    std::vector<ChipState> chips;
    for (const StaffTile &tile : tiles) {
        const bool locked = tile.lockedUntil.isValid() && tile.lockedUntil > now;
        ChipState chip{.id = tile.user, .text = tile.displayName, .note = roleWord(tile.role), .selected = tile.user == chosen};
        if (locked) {
            chip.note = Words::tr("bloqué jusqu’à %1").arg(formatTime(tile.lockedUntil.time()));
            chip.noteTone = Tone::Danger;
            chip.available = false;
        }
        chips.push_back(std::move(chip));
    }
    return chips;
}

QString codeOf(const QString &name)
{
    return elides(name) ? Words::tr("Code d’%1").arg(name) : Words::tr("Code de %1").arg(name);
}

LoginScreen::LoginScreen(const ScreenContext &context, QWidget *parent)
    : Screen{parent}, m_context{context}, m_greeting{new TextLabel{tr("Qui est à la caisse ?"), TextRole::Title, Tone::Normal, this}},
      m_chips{new ChipRow{chipWidth, this}}, m_pinPad{new PinPad{this}}
{
    setObjectName(u"login"_s);
    auto *card = new Card{{}, this};
    card->body()->addWidget(m_pinPad);
    card->setFixedWidth(padWidth + 40);
    auto *left = new QVBoxLayout;
    left->setSpacing(20);
    left->addStretch(1);
    left->addWidget(m_greeting);
    left->addWidget(m_chips);
    left->addStretch(2);
    auto *middle = new QWidget{this};
    middle->setMaximumWidth(widest);
    auto *around = new QHBoxLayout{this};
    around->setContentsMargins(0, 0, 0, 0);
    around->addStretch(1);
    around->addWidget(middle, 1000);
    around->addStretch(1);
    auto *layout = new QHBoxLayout{middle};
    layout->setContentsMargins(48, 32, 48, 32);
    layout->setSpacing(48);
    layout->addLayout(left, 1);
    layout->addWidget(card, 0, Qt::AlignVCenter);
    connect(m_chips, &ChipRow::chosen, this, &LoginScreen::choose);
    connect(m_pinPad, &PinPad::pinEntered, this, &LoginScreen::tryPin);
}

void LoginScreen::enter(const QString &)
{
    m_pinPad->clear();
    m_context.till.call([](Workplace &workplace) { return Staff{workplace}.tiles(); })
        .then(this, [this](const Result<std::vector<StaffTile>> &tiles) {
            if (!tiles)
                return m_context.navigator.refuse(tiles.error());
            m_tiles = *tiles;
            if (m_chosen.isEmpty() && !m_tiles.empty())
                m_chosen = m_tiles.front().user;
            choose(m_chosen);
        });
}

void LoginScreen::choose(const QString &user)
{
    m_chosen = user;
    m_pinPad->clear();
    render();
    m_pinPad->setFocus();
}

void LoginScreen::render()
{
    m_chips->render(presentStaff(m_tiles, m_chosen, m_context.clock.now()));
    const auto chosen = std::ranges::find(m_tiles, m_chosen, &StaffTile::user);
    m_pinPad->setMessage(chosen == m_tiles.end() ? tr("Choisissez votre nom") : codeOf(chosen->displayName));
}

void LoginScreen::tryPin(const QString &pin)
{
    m_context.till.call([user = m_chosen, pin](Workplace &workplace) { return Staff{workplace}.logIn(user, pin); })
        .then(this, [this](const Result<StaffTile> &who) {
            m_pinPad->clear();
            if (who) {
                Q_EMIT loggedIn(*who);
                return;
            }
            m_context.sounds.play(Sound::ScanUnknown);
            m_pinPad->setMessage(errorSentence(who.error()), Tone::Danger);
        });
}

ApprovalSheet::ApprovalSheet(const ScreenContext &context, QWidget *host) : Sheet{host}, m_context{context}
{
    setObjectName(u"approvalSheet"_s);
    setContentWidth(640);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout{content};
    layout->setSpacing(16);
    m_chips = new ChipRow{chipWidth, content};
    m_pinPad = new PinPad{content};
    m_pinPad->setMaximumWidth(padWidth);
    layout->addWidget(m_chips);
    layout->addWidget(m_pinPad, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    setContent(content);
    setFocusProxy(m_pinPad); // a touch beside it, or the second one of a double touch, leaves the keyboard to the code
    setTitle(tr("Accord d’un utilisateur"));
    connect(m_chips, &ChipRow::chosen, this, &ApprovalSheet::choose);
    connect(m_pinPad, &PinPad::pinEntered, this, &ApprovalSheet::tryPin);
}

/// Keys that nobody else took.
void ApprovalSheet::keyPressEvent(QKeyEvent *event)
{
    if (const auto key = padKeyFor(*event))
        m_pinPad->press(*key);
    else
        Sheet::keyPressEvent(event);
}

void ApprovalSheet::ask(const QString &sentence, std::function<void()> then, Role from)
{
    m_then = std::move(then);
    setSubtitle(sentence);
    m_context.till.call([](Workplace &workplace) { return Staff{workplace}.tiles(); })
        .then(this, [this, from](const Result<std::vector<StaffTile>> &tiles) {
            m_tiles = tiles.value_or(std::vector<StaffTile>{});
            std::erase_if(m_tiles, [from](const StaffTile &tile) { return tile.role < from; });
            open();
            choose(m_tiles.empty() ? QString{} : m_tiles.front().user);
        });
}

void ApprovalSheet::choose(const QString &user)
{
    m_chosen = user;
    m_pinPad->clear();
    render();
    m_pinPad->setFocus();
}

void ApprovalSheet::render()
{
    m_chips->render(presentStaff(m_tiles, m_chosen, m_context.clock.now()));
    const auto chosen = std::ranges::find(m_tiles, m_chosen, &StaffTile::user);
    m_pinPad->setMessage(chosen == m_tiles.end() ? tr("Aucun utilisateur n’est enregistré") : codeOf(chosen->displayName));
}

void ApprovalSheet::tryPin(const QString &pin)
{
    m_context.till.call([user = m_chosen, pin](Workplace &workplace) { return Staff{workplace}.approve(user, pin); })
        .then(this, [this](const Result<StaffTile> &who) {
            m_pinPad->clear();
            if (!who) {
                m_pinPad->setMessage(errorSentence(who.error()), Tone::Danger);
                return;
            }
            close();
            if (m_then)
                m_then();
        });
}

} // namespace guichet
