// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Theme.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

// @names are replaced by the tokens.
const QString sheet = uR"(
QLineEdit, QDateEdit, QTimeEdit, QDateTimeEdit, QSpinBox, QDoubleSpinBox, QComboBox, QPlainTextEdit, QTextEdit {
    background: @raised; border: 1px solid @line; border-radius: 10px; padding: 0 12px; selection-background-color: @primary;
    selection-color: @onPrimary; font-size: 17px; }
QLineEdit, QDateEdit, QTimeEdit, QDateTimeEdit, QSpinBox, QDoubleSpinBox, QComboBox { min-height: 46px; }
QPlainTextEdit, QTextEdit { padding: 8px; }
QLineEdit:focus, QDateEdit:focus, QTimeEdit:focus, QDateTimeEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus,
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid @primary; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled { background: @surface; }
QLineEdit[invalid="true"], QComboBox[invalid="true"] { border: 2px solid @danger; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button, QDateEdit::up-button, QDateEdit::down-button,
QTimeEdit::up-button, QTimeEdit::down-button { width: 0; border: 0; }
QDateEdit::up-arrow, QTimeEdit::up-arrow, QTimeEdit::down-arrow { width: 0; height: 0; }
QComboBox::drop-down, QDateEdit::drop-down { width: 40px; border: 0; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url(:/icons/chevron-down-@mode.svg); width: 20px; height: 20px; }
QComboBox QAbstractItemView { background: @raised; color: @ink; border: 1px solid @line; outline: 0; selection-background-color: @tint; selection-color: @ink; }
QComboBox QAbstractItemView::item { min-height: 48px; padding: 0 12px; }
QCheckBox, QRadioButton { color: @ink; spacing: 12px; min-height: 48px; font-size: 17px; }
QCheckBox:disabled, QRadioButton:disabled { color: @muted; }
QCheckBox::indicator, QRadioButton::indicator { width: 24px; height: 24px; border: 2px solid @muted; background: @raised; }
QCheckBox::indicator { border-radius: 6px; }
QRadioButton::indicator { border-radius: 14px; }
QCheckBox::indicator:checked { background: @primary; border-color: @primary; image: url(:/icons/check-@mode.svg); }
QRadioButton::indicator:checked { border: 8px solid @primary; width: 12px; height: 12px; }
QCheckBox:focus::indicator, QRadioButton:focus::indicator { border-color: @ink; }
QTableView, QListView, QTreeView { background: @raised; color: @ink; border: 0; gridline-color: @line; outline: 0; selection-background-color: @tint;
    selection-color: @ink; alternate-background-color: @raised; }
QHeaderView { background: @raised; border: 0; }
QHeaderView::section { background: @raised; color: @muted; border: 0; border-bottom: 1px solid @line; padding: 0 12px; min-height: 48px; font-size: 14px;
    font-weight: 600; }
QTableCornerButton::section { background: @raised; border: 0; }
QScrollArea { background: transparent; border: 0; }
QScrollBar { background: transparent; border: 0; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: @handle; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 48px; }
QScrollBar::handle:horizontal { min-width: 48px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { background: @raised; color: @ink; border: 1px solid @line; padding: 8px; font-size: 14px; }
QProgressBar { background: @sunken; border: 0; border-radius: 4px; min-height: 8px; max-height: 8px; }
QProgressBar::chunk { background: @primary; border-radius: 4px; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: @raised; min-height: 56px; }
QCalendarWidget QToolButton { color: @ink; background: @raised; border: 0; border-radius: 10px; min-width: 48px; min-height: 48px; font-size: 17px;
    font-weight: 600; }
QCalendarWidget QToolButton:hover { background: @sunken; }
QCalendarWidget QAbstractItemView { background: @raised; color: @ink; selection-background-color: @primary; selection-color: @onPrimary;
    font-size: 17px; }
QCalendarWidget QAbstractItemView:disabled { color: @muted; }
QMenu { background: @raised; color: @ink; border: 1px solid @line; padding: 4px; }
QMenu::item { min-height: 48px; padding: 0 24px; }
QMenu::item:selected { background: @tint; }
)"_s;

} // namespace

QString styleSheetFor(const Tokens &tokens)
{
    const bool isDark = tokens.surface.lightness() < 128;
    const std::pair<QString, QString> words[] = {
        {u"@surface"_s, tokens.surface.name()},
        {u"@raised"_s, tokens.raised.name()},
        {u"@sunken"_s, tokens.sunken.name()},
        {u"@ink"_s, tokens.ink.name()},
        {u"@muted"_s, tokens.muted.name()},
        {u"@line"_s, tokens.line.name()},
        {u"@primary"_s, tokens.primary.name()},
        {u"@onPrimary"_s, tokens.onPrimary.name()},
        {u"@danger"_s, tokens.danger.name()},
        {u"@tint"_s, tinted(tokens.primary, tokens.raised).name()},
        {u"@mode"_s, isDark ? u"dark"_s : u"light"_s},
        {u"@handle"_s, tinted(tokens.muted, tokens.surface, 45).name()},
    };
    QString text = sheet;
    for (const auto &[word, value] : words)
        text.replace(word, value);
    return text;
}

} // namespace guichet
