// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/TerminalAttendant.h"
#include "ui/payment/PaymentState.h"

#include <QObject>

namespace guichet {

/// Carries the terminal's words from its thread to ours; may outlive the screen.
class ChargeRelay : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    void prompted(const QString &prompt, guichet::TerminalWish wish, guichet::QuestionNumber question);
};

} // namespace guichet
