// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace guichet {

/// What stays on the screen until it is mended; its sentence stands in ui/format/NoticeText.cpp.
enum class TillAlert {
    JournalDefect,    ///< Found by the hourly check or at the start.
    SignaturePending, ///< The key is out of reach: facts wait for their signature (decisions 14).
    WriteFailing,     ///< The upkeep could not write.
    CheckFailing,     ///< The journal could not be checked.
    BackupFailing,
};

} // namespace guichet
