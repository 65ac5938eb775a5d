// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Keypad.h"

#include "ui/widgets/BigButton.h"

#include <QGridLayout>
#include <QKeyEvent>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

struct Place
{
    PadKey key;
    QString text;
    QString name;
    int row;
    int column;
};

Place cornerPlace(Keypad::Corner corner)
{
    switch (corner) {
    case Keypad::Corner::Comma: return {PadKey::Comma, u","_s, u"comma"_s, 3, 2};
    case Keypad::Corner::Enter: return {PadKey::Enter, u"OK"_s, u"enter"_s, 3, 2};
    case Keypad::Corner::Backspace: return {PadKey::Backspace, u"⌫"_s, u"backspace"_s, 3, 2};
    }
    Q_UNREACHABLE();
}

std::vector<Place> placesFor(Keypad::Corner corner)
{
    std::vector<Place> places;
    for (int digit = 1; digit <= 9; ++digit) {
        const QString text = QString::number(digit);
        places.push_back({static_cast<PadKey>(digit), text, text, 2 - (digit - 1) / 3, (digit - 1) % 3});
    }
    places.push_back({PadKey::Clear, u"C"_s, u"clear"_s, 3, 0});
    places.push_back({PadKey::D0, u"0"_s, u"0"_s, 3, 1});
    places.push_back(cornerPlace(corner));
    return places;
}

QString spokenName(PadKey key, const QString &text)
{
    switch (key) {
    case PadKey::Comma: return Keypad::tr("virgule");
    case PadKey::Clear: return Keypad::tr("effacer");
    case PadKey::Backspace: return Keypad::tr("effacer le dernier chiffre");
    default: return text;
    }
}

} // namespace

std::optional<PadKey> padKeyFor(const QKeyEvent &event)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return std::nullopt;
    switch (event.key()) {
    case Qt::Key_Comma:
    case Qt::Key_Period: return PadKey::Comma;
    case Qt::Key_Backspace: return PadKey::Backspace;
    case Qt::Key_Delete: return PadKey::Clear;
    case Qt::Key_Return:
    case Qt::Key_Enter: return PadKey::Enter;
    default: break;
    }
    const QString text = event.text(); // digits by what they write: AZERTY needs Shift for them
    if (text.size() == 1 && text[0] >= u'0' && text[0] <= u'9')
        return static_cast<PadKey>(text[0].unicode() - u'0');
    return std::nullopt;
}

void typeDigit(QString &digits, PadKey key, qsizetype most)
{
    if (key == PadKey::Clear)
        digits.clear();
    else if (key == PadKey::Backspace)
        digits.chop(1);
    else if (key <= PadKey::D9 && digits.size() < most)
        digits += QChar{u'0' + static_cast<int>(key)};
}

Keypad::Keypad(Corner corner, QWidget *parent) : QWidget{parent}
{
    auto *layout = new QGridLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (const Place &place : placesFor(corner)) {
        auto *button = new BigButton{place.text, BigButton::Kind::Key, this};
        button->setTextRole(TextRole::Amount);
        button->setObjectName(u"pad."_s + place.name);
        button->setAccessibleName(spokenName(place.key, place.text));
        button->setFocusPolicy(Qt::NoFocus); // the figures of the real keyboard do the same
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
        connect(button, &BigButton::clicked, this, [this, key = place.key] { Q_EMIT pressed(key); });
        layout->addWidget(button, place.row, place.column);
    }
    for (int column = 0; column < 3; ++column)
        layout->setColumnStretch(column, 1);
    setKeyHeight(72);
}

void Keypad::setKeyHeight(int pixels)
{
    setMaximumHeight(4 * (pixels + 24) + 3 * metric::gap);
    for (BigButton *button : findChildren<BigButton *>()) {
        button->setKeyHeight(pixels);
        button->setMaximumHeight(pixels + 24);
    }
}

bool Keypad::handleKey(QKeyEvent *event)
{
    const auto key = padKeyFor(*event);
    if (!key)
        return false;
    event->accept();
    Q_EMIT pressed(*key);
    return true;
}

void Keypad::keyPressEvent(QKeyEvent *event)
{
    if (!handleKey(event))
        QWidget::keyPressEvent(event);
}

} // namespace guichet
