// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/base/Text.h"

namespace guichet {

/// Why a field is not valid, in French or Dutch and without a full stop, from the cause that InvalidInput names (values[1]); empty: a cause
/// that means nothing to a person.
QString inputCause(const QString &cause, Language language = Language::French);

/// What is to be approved (NeedsApproval), as it begins a sentence; empty: a name that is not known.
QString approvalWords(const QString &approval);

/// In French or Dutch: the sentence of a refusal that has several causes (values[1]): CorrectionRefused, DateNotValid, SlotPassed,
/// TillReplaced. %1 is what it is about (values[0]). Empty: the general sentence of the code.
QString sentenceOfCause(ErrorCode code, const QString &cause, Language language);

} // namespace guichet
