// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/people/User.h"
#include "ui/theme/Tokens.h"

#include <QString>
#include <functional>

class QWidget;

namespace guichet {

/// The pages of the main window, named as the user names them.
enum class Place {
    Login,
    FirstStart,
    Opening,
    Sale,
    Payment,
    Dossiers,
    Closing,
    Report,
    Stock,
    Labels,
    Gift,
    Parked,
    Printing,
    Devices,
    Help
};

/// What a screen may ask of the window: to go elsewhere, to say something, to have a manager approve. The one seam for questions. GUI
/// thread.
class Navigator
{
public:
    virtual ~Navigator() = default;
    virtual void go(Place place) = 0;
    /// Goes to a place about something: a dossier number, a Z number.
    virtual void go(Place place, const QString &subject) = 0;
    virtual void toast(const QString &text, Tone tone = Tone::Normal) = 0;
    /// Says something, and offers one thing that can be done about it for a while: a button with a word.
    virtual void offer(const QString &text, const QString &action, std::function<void()> then) = 0;
    /// Shows the sentence of an error. NeedsApproval and NeedsAdministrator open the approval sheet (by name, then PIN); once approved
    /// `retry` runs.
    virtual void refuse(const Error &error, std::function<void()> retry = {}) = 0;
    /// The host over which sheets open: the shelf side; the cart stays visible.
    virtual QWidget *sheetHost() = 0;
    /// The top bar and what depends on the state of the till are asked again.
    virtual void refresh() = 0;
};

} // namespace guichet
