// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customer/CustomerWindow.h"

#include "core/barcode/Barcode.h"
#include "ui/widgets/AmountLabel.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QGuiApplication>
#include <QScreen>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr size_t mostRows = 8;
constexpr int margin = 48;
constexpr int qrSide = 280;
constexpr QSize plainSize{800, 600};

/// Whole pixels a module, light around, dark on light in both modes: what telephones read.
QPixmap qrPicture(const QString &payload)
{
    const auto matrix = qrCode(payload);
    if (payload.isEmpty() || !matrix)
        return {};
    const int modules = matrix->width() + 2 * qrQuietZone;
    QImage image{modules, modules, QImage::Format_Grayscale8};
    image.fill(Qt::white);
    for (int y = 0; y < matrix->height(); ++y)
        for (int x = 0; x < matrix->width(); ++x)
            if (matrix->dark(x, y))
                image.setPixelColor(x + qrQuietZone, y + qrQuietZone, Qt::black);
    return QPixmap::fromImage(image.scaled(image.size() * std::max(1, qrSide / modules)));
}

QBoxLayout *row(QWidget *label, QWidget *amount)
{
    auto *layout = new QHBoxLayout;
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label);
    layout->addWidget(amount, 1);
    return layout;
}

} // namespace

CustomerWindow::CustomerWindow(QWidget *parent)
    : Ground{Level::Surface, Edge::None, parent}, m_welcome{new TextLabel{{}, TextRole::Total, Tone::Normal, this}},
      m_sale{new QWidget{this}}, m_rows{new QWidget{m_sale}}, m_totalLabel{new TextLabel{{}, TextRole::Figure, Tone::Normal, m_sale}},
      m_total{new AmountLabel{TextRole::Total, m_sale}}, m_roundingNote{new TextLabel{{}, TextRole::Body, Tone::Normal, m_sale}},
      m_changeBox{new QWidget{m_sale}}, m_changeLabel{new TextLabel{{}, TextRole::Figure, Tone::Normal, m_changeBox}},
      m_change{new AmountLabel{TextRole::Total, m_changeBox}}, m_thanks{new TextLabel{{}, TextRole::Title, Tone::Normal, m_sale}},
      m_qr{new QLabel{m_sale}}, m_qrCaption{new TextLabel{{}, TextRole::Body, Tone::Normal, m_sale}}
{
    setWindowTitle(u"Guichet"_s);
    connect(qApp, &QGuiApplication::screenAdded, this, &CustomerWindow::settleIn);
    connect(qApp, &QGuiApplication::screenRemoved, this, &CustomerWindow::settleIn, Qt::QueuedConnection); // the list still has it
    setAttribute(Qt::WA_ShowWithoutActivating);                                                            // the keys stay the till's
    setAttribute(Qt::WA_QuitOnClose, false); // the program ends with the till's window
    setWindowFlags(Qt::Window | Qt::WindowDoesNotAcceptFocus);
    m_welcome->setObjectName(u"customer.welcome"_s);
    m_welcome->setAlignment(Qt::AlignCenter);
    m_welcome->setWordWrap(true);
    m_rows->setObjectName(u"customer.rows"_s);
    m_total->setObjectName(u"customer.total"_s);
    m_roundingNote->setObjectName(u"customer.rounding"_s);
    m_change->setObjectName(u"customer.change"_s);
    m_qr->setObjectName(u"customer.qr"_s);
    for (QLabel *label : std::initializer_list<QLabel *>{m_thanks, m_qr, m_qrCaption})
        label->setAlignment(Qt::AlignCenter);
    auto *rows = new QVBoxLayout{m_rows};
    rows->setContentsMargins(0, 0, 0, 0);
    m_changeBox->setLayout(row(m_changeLabel, m_change));
    auto *sale = new QVBoxLayout{m_sale};
    sale->setContentsMargins(0, 0, 0, 0);
    sale->addWidget(m_rows, 1, Qt::AlignTop);
    sale->addLayout(row(m_totalLabel, m_total));
    for (QWidget *below : std::initializer_list<QWidget *>{m_roundingNote, m_changeBox, m_thanks, m_qr, m_qrCaption})
        sale->addWidget(below);
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->addWidget(m_welcome, 1);
    layout->addWidget(m_sale, 1);
}

/// Where nobody sees it nothing is drawn: a scan at the till does not wait for it.
void CustomerWindow::render(const CustomerState &state)
{
    m_state = state;
    if (isVisible())
        draw(state);
}

void CustomerWindow::showEvent(QShowEvent *event)
{
    draw(m_state);
    Ground::showEvent(event);
}

void CustomerWindow::draw(const CustomerState &state)
{
    m_welcome->setText(state.welcome);
    m_welcome->setVisible(state.totalLabel.isEmpty());
    m_sale->setVisible(!state.totalLabel.isEmpty());
    renderRows(state.rows);
    m_totalLabel->setText(state.totalLabel);
    m_total->setAmount(state.total);
    m_roundingNote->setText(state.roundingNote);
    m_roundingNote->setVisible(!state.roundingNote.isEmpty());
    m_changeBox->setVisible(!state.changeLabel.isEmpty());
    m_changeLabel->setText(state.changeLabel);
    m_change->setAmount(state.change);
    m_thanks->setText(state.thanks);
    m_thanks->setVisible(!state.thanks.isEmpty());
    renderQr(state);
}

/// The last ones: the total says the rest.
void CustomerWindow::renderRows(const std::vector<CustomerRow> &rows)
{
    qDeleteAll(m_rows->findChildren<QWidget *>(QString{}, Qt::FindDirectChildrenOnly));
    m_rows->setVisible(!rows.empty());
    for (size_t i = rows.size() - std::min(rows.size(), mostRows); i < rows.size(); ++i) {
        auto *shown = new MoneyRow{rows[i].title, m_rows};
        shown->setAmount(rows[i].price);
        shown->setStrong(rows[i].fresh);
        m_rows->layout()->addWidget(shown);
    }
}

void CustomerWindow::renderQr(const CustomerState &state)
{
    const QPixmap picture = qrPicture(state.qr);
    m_qr->setPixmap(picture);
    m_qr->setVisible(!picture.isNull());
    m_qrCaption->setText(state.qrCaption);
    m_qrCaption->setVisible(!picture.isNull());
}

void CustomerWindow::place(bool wanted, const QWidget &till)
{
    m_isWanted = wanted;
    m_till = &till;
    settleIn();
}

/// Screens come and go: a second one that is switched on after the till is used then, and one that goes leaves a plain window.
void CustomerWindow::settleIn()
{
    if (!m_isWanted || !m_till)
        return hide();
    const QList<QScreen *> screens = QGuiApplication::screens();
    const auto other = std::ranges::find_if(screens, [this](const QScreen *screen) { return screen != m_till->screen(); });
    if (other == screens.end()) {
        showNormal();
        resize(plainSize);
        return;
    }
    setGeometry((*other)->geometry());
    showFullScreen();
}

} // namespace guichet
