// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPalette>
#include <QProxyStyle>
#include <QStyleFactory>

static void initResources()
{
    Q_INIT_RESOURCE(icons);
    Q_INIT_RESOURCE(fonts);
}

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

/// Fusion without animation and with menus and tooltips that obey a finger.
class TillStyle final : public QProxyStyle
{
public:
    TillStyle() : QProxyStyle{QStyleFactory::create(u"Fusion"_s)} {}
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *result) const override
    {
        if (hint == SH_Widget_Animation_Duration)
            return 0;
        if (hint == SH_ItemView_ActivateItemOnSingleClick)
            return 0;
        return QProxyStyle::styleHint(hint, option, widget, result);
    }
};

QPalette paletteFor(const Tokens &tokens)
{
    QPalette palette{tokens.surface};
    palette.setColor(QPalette::Window, tokens.surface);
    palette.setColor(QPalette::WindowText, tokens.ink);
    palette.setColor(QPalette::Base, tokens.raised);
    palette.setColor(QPalette::AlternateBase, tokens.surface);
    palette.setColor(QPalette::Text, tokens.ink);
    palette.setColor(QPalette::PlaceholderText, tokens.muted);
    palette.setColor(QPalette::Button, tokens.raised);
    palette.setColor(QPalette::ButtonText, tokens.ink);
    palette.setColor(QPalette::Highlight, tokens.primary);
    palette.setColor(QPalette::HighlightedText, tokens.onPrimary);
    palette.setColor(QPalette::ToolTipBase, tokens.raised);
    palette.setColor(QPalette::ToolTipText, tokens.ink);
    palette.setColor(QPalette::Link, tokens.primaryInk);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, tokens.muted);
    return palette;
}

void loadFonts()
{
    for (const QString &name : {u"GuichetSans-Regular"_s, u"GuichetSans-Medium"_s, u"GuichetSans-SemiBold"_s, u"GuichetSans-Bold"_s})
        QFontDatabase::addApplicationFont(u":/fonts/%1.otf"_s.arg(name));
}

} // namespace

void applyTheme(QApplication &application, Mode mode)
{
    if (!application.property("guichetDark").isValid()) {
        initResources();
        loadFonts();
        QApplication::setStyle(new TillStyle);
        QApplication::setFont(textFont(TextRole::Body));
    }
    application.setProperty("guichetDark", mode == Mode::Dark);
    QApplication::setPalette(paletteFor(tokens(mode)));
    application.setStyleSheet(styleSheetFor(tokens(mode)));
}

} // namespace guichet
