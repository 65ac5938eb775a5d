// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/receipt/PrintedAgain.h"

#include "core/receipt/Words.h"

namespace guichet {

Paper printedAgain(Paper paper)
{
    const PaperText mark{
        .text = QStringLiteral("*** %1 ***").arg(word(Word::PrintedAgain, paper.language)), .align = Align::Centre, .bold = true};
    std::vector<PaperItem> items{mark};
    bool endsInCut = false;
    for (PaperItem &item : paper.items) {
        if (endsInCut)
            items.emplace_back(mark);
        endsInCut = std::holds_alternative<PaperCut>(item);
        if (endsInCut)
            items.emplace_back(mark);
        items.push_back(std::move(item));
    }
    if (!endsInCut)
        items.emplace_back(mark);
    paper.items = std::move(items);
    paper.openDrawer = false;
    return paper;
}

} // namespace guichet
