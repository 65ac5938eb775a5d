// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/receipt/Paper.h"

namespace guichet {

/// The paper once more, of which nobody knows whether it came out: each of its sheets says so at its head and at its foot, and no drawer
/// opens. It is no copy of FIS-2: the counted one is of a document, and asked for.
Paper printedAgain(Paper paper);

} // namespace guichet
