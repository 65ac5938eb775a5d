// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/terminal/StopRequest.h" // one for all drivers
