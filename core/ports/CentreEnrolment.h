// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace guichet {

/// What a person says to have this till take part in a centre: where it is, and the code that it gave.
struct CentreAccess
{
    QString address; ///< https://…, or http on this machine.
    QString code;
    QString authority; ///< Path of a PEM file: the only certificate or authority that is believed there; empty: those of the system.
    friend bool operator==(const CentreAccess &, const CentreAccess &) = default;
};

/// Makes the open till one of a centre's (SYN-5), as the window asks for it.
class CentreEnrolment
{
public:
    virtual ~CentreEnrolment() = default;
    /// Waits for the line: on a thread that may, never that of the window or of the ledger. From then on the till exchanges with the centre
    /// in the background. NotLoggedIn, NeedsApproval, NotAllowed: nobody has asked the centre; CodeRejected, CentreUnreachable,
    /// CentreNotTrusted, CentreRefused, FileFailed (the certificate), InvalidInput.
    virtual Result<> enrol(const CentreAccess &access) = 0;
};

} // namespace guichet
