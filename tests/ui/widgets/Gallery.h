// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>

namespace guichet {

/// Pages made of the kit alone, close to the mocks, to look at and to measure. The figures are decoration.
std::unique_ptr<QWidget> salePage();
std::unique_ptr<QWidget> payPage();
std::unique_ptr<QWidget> countPage();
std::unique_ptr<QWidget> partsPage();
std::unique_ptr<QWidget> loginPage();
std::unique_ptr<QWidget> sheetPage();
std::unique_ptr<QWidget> iconPage();

} // namespace guichet
