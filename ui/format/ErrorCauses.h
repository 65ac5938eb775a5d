// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace guichet {

/// Why a field is not valid, in French and without a full stop, from the cause that InvalidInput names (values[1]); empty: a cause that
/// means nothing to a person.
QString inputCause(const QString &cause);

/// What is to be approved (NeedsApproval), as it begins a sentence; empty: a name that is not known.
QString approvalWords(const QString &approval);

/// The sentence of a refusal that has several causes (values[1]): CorrectionRefused, DateNotValid, SlotPassed. %1 is what it is about
/// (values[0]). Empty: the general sentence of the code.
QString sentenceOfCause(ErrorCode code, const QString &cause);

} // namespace guichet
