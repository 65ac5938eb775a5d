// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/more/MoreState.h"
#include "ui/widgets/Sheet.h"

namespace guichet {

/// *Aide*: a few short texts and the list of keys (ARO-3).
class HelpSheet : public Sheet
{
    Q_OBJECT

public:
    explicit HelpSheet(QWidget *host);
};

/// *À propos*: version, till, fingerprint of its key and where its secret is (decisions 14).
class AboutSheet : public Sheet
{
    Q_OBJECT

public:
    explicit AboutSheet(QWidget *host);
    void present(const MoreFacts &facts);

private:
    TextLabel *m_till;
    TextLabel *m_key;
    TextLabel *m_keyPlace;
};

} // namespace guichet
