// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace guichet {

/// The sizes of text: total 44, figure 32, amounts and main keys 24, title 20, body 17, secondary 14; nothing under 14 px.
enum class TextRole { Total, Figure, Amount, Title, Heading, BodyStrong, Body, SecondaryStrong, Secondary };

/// The face of a role: Guichet Sans (tabular figures), else Inter, else the sans of the system. Sizes are in px.
QFont textFont(TextRole role);

} // namespace guichet
