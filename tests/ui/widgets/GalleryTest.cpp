// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/widgets/Gallery.h"

#include "tests/support/Catch.h"
#include "tests/ui/support/Picture.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/BigButton.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QSet>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

struct Page
{
    QString name;
    std::unique_ptr<QWidget> (*make)();
};

const Page pages[] = {{u"sale"_s, salePage},   {u"pay"_s, payPage},     {u"count"_s, countPage}, {u"parts"_s, partsPage},
                      {u"login"_s, loginPage}, {u"sheet"_s, sheetPage}, {u"icons"_s, iconPage}};

bool isWithin(const QWidget *child, const QWidget *parent)
{
    return parent->rect().contains(QRect{child->mapTo(parent, QPoint{}), child->size()});
}

int distinctColours(const QImage &image)
{
    QSet<QRgb> seen;
    for (int y = 0; y < image.height(); y += 3)
        for (int x = 0; x < image.width(); x += 3)
            seen.insert(image.pixel(x, y));
    return static_cast<int>(seen.size());
}

} // namespace

TEST_CASE("the gallery shows every part of the kit in light and dark, on the common, the old and the large till")
{
    for (const Mode mode : {Mode::Light, Mode::Dark}) {
        applyTheme(*qApp, mode);
        for (const Page &page : pages)
            for (const QSize size : {QSize{1280, 800}, QSize{1024, 768}, QSize{1920, 1080}}) {
                const auto widget = page.make();
                const QString name = u"%1-%2-%3"_s.arg(page.name, mode == Mode::Dark ? u"dark"_s : u"light"_s).arg(size.width());
                const QImage image = picture(*widget, size, name);
                CAPTURE(name);
                CHECK(image.size() == size);
                CHECK(distinctColours(image) > 20);
                CHECK(image.pixelColor(1, size.height() - 2) == tokens(mode).surface);
            }
    }
    applyTheme(*qApp, Mode::Light);
}

TEST_CASE("everything that can be touched is at least 48 by 48 and wholly inside its page, also on the old till")
{
    for (const Page &page : pages) {
        const auto widget = page.make();
        picture(*widget, {1024, 768}, page.name + u"-touch"_s);
        for (const QAbstractButton *button : widget->findChildren<QAbstractButton *>()) {
            if (!button->isVisible() || button->objectName().startsWith(u"qt_"_s))
                continue;
            CAPTURE(page.name, button->objectName(), button->text(), button->width(), button->height());
            CHECK(button->width() >= metric::touch);
            CHECK(button->height() >= metric::touch);
            CHECK(isWithin(button, button->parentWidget()));
        }
        for (const QLineEdit *field : widget->findChildren<QLineEdit *>())
            if (field->isVisible() && !qobject_cast<QAbstractSpinBox *>(field->parentWidget()))
                CHECK(field->height() >= metric::touch);
        for (const QComboBox *box : widget->findChildren<QComboBox *>())
            CHECK((!box->isVisible() || box->height() >= metric::touch));
    }
}

TEST_CASE("whatever can be pressed has a name for a screen reader")
{
    for (const Page &page : pages) {
        const auto widget = page.make();
        for (const QAbstractButton *button : widget->findChildren<QAbstractButton *>()) {
            CAPTURE(page.name, button->objectName());
            CHECK((!button->text().isEmpty() || !button->accessibleName().isEmpty() || button->isHidden()));
        }
    }
}

TEST_CASE("the focus can be seen on every button that takes it")
{
    const auto page = partsPage();
    picture(*page, {1280, 800}, u"focus"_s);
    page->activateWindow();
    page->setFocusPolicy(Qt::StrongFocus);
    for (auto *button : page->findChildren<BigButton *>()) {
        if (!button->isVisible() || !button->isEnabled() || button->focusPolicy() == Qt::NoFocus)
            continue;
        page->setFocus();
        settle();
        const QImage without = button->grab().toImage();
        button->setFocus(Qt::TabFocusReason);
        settle();
        CAPTURE(button->text());
        CHECK(button->hasFocus());
        CHECK(button->grab().toImage() != without);
    }
}

TEST_CASE("a long Dutch word on a narrow button wraps or is elided, and is never cut at the edge")
{
    BigButton button{u"Cadeaubonnen en geschenkkaarten verkopen"_s};
    const QImage image = picture(button, {110, 48}, u"narrow"_s);
    const QColor ground = image.pixelColor(20, 4);
    for (int y = 12; y < 36; ++y)
        for (const int x : {2, 3, 106, 107}) {
            CAPTURE(x, y);
            CHECK(image.pixelColor(x, y) == ground);
        }
}
