// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Id.h"

namespace guichet {

struct Command;
/// The identity of one command of a person or a script. The same id again has no second effect: *once is once*. A screen takes a new one
/// when it is rendered, so a double tap carries the same.
using CommandId = Id<Command>;

} // namespace guichet
