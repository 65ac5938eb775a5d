// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/DataTable.h"

#include "ui/theme/Paint.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScroller>
#include <QStyledItemDelegate>
#include <QtMath>

namespace guichet {

namespace {

constexpr int cellPadding = 12;
constexpr int sampledRows = 50;
constexpr int mostLines = 12; ///< A title that is too long for its column goes on below, as far as the row has room.
constexpr int rowMargin = 6;  ///< Above and below the lines of a row that has grown.

/// Cells without the dotted frame and with hairlines below.
class CellPainter final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = tokensOf(option.widget);
        const auto *table = static_cast<const QTableView *>(option.widget);
        const bool selected = index.row() == table->currentIndex().row(); // what selectedId() names, whether Qt has it selected or not
        painter->fillRect(option.rect, selected ? tinted(tokens.primary, tokens.raised, 14) : tokens.raised);
        painter->fillRect(QRect{option.rect.left(), option.rect.bottom(), option.rect.width(), 1}, tokens.line);
        painter->setFont(option.font);
        painter->setPen(index.data(Qt::ForegroundRole).value<QColor>());
        const QRectF box = QRectF{option.rect}.adjusted(cellPadding, 0, -cellPadding, -1);
        paintFitted(*painter, box, index.data(Qt::TextAlignmentRole).toInt(), index.data().toString(), mostLines);
        if (selected && option.widget->hasFocus() && index.column() == 0)
            painter->fillRect(QRect{option.rect.left(), option.rect.top(), 4, option.rect.height()}, tokens.primary);
    }
};

} // namespace

TableModel::TableModel(QObject *parent) : QAbstractTableModel{parent} {}

void TableModel::setColumns(std::vector<TableColumn> columns)
{
    beginResetModel();
    m_columns = std::move(columns);
    endResetModel();
}

void TableModel::setRows(std::vector<TableRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_count = static_cast<int>(m_rows.size());
    m_source = nullptr;
    m_lastIndex = -1;
    endResetModel();
}

void TableModel::setSource(int count, RowAt rowAt)
{
    beginResetModel();
    m_rows.clear();
    m_count = count;
    m_source = std::move(rowAt);
    m_lastIndex = -1;
    endResetModel();
}

TableRow TableModel::row(int index) const
{
    if (index < 0 || index >= m_count)
        return {};
    if (!m_source)
        return m_rows[static_cast<size_t>(index)];
    if (index != m_lastIndex) {
        m_lastRow = m_source(index);
        m_lastIndex = index;
    }
    return m_lastRow;
}

int TableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

int TableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant TableModel::data(const QModelIndex &index, int role) const
{
    const auto column = static_cast<size_t>(index.column());
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignVCenter | (m_columns[column].rightAligned ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::ForegroundRole)
        return {};
    const TableRow shown = row(index.row());
    if (role == Qt::ForegroundRole) {
        const bool own = column < shown.cellTones.size() && shown.cellTones[column] != Tone::Normal;
        return toneInk(tokensOf(nullptr), own ? shown.cellTones[column] : shown.tone);
    }
    return shown.cells.value(index.column());
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= static_cast<int>(m_columns.size()))
        return {};
    const TableColumn &column = m_columns[static_cast<size_t>(section)];
    if (role == Qt::DisplayRole)
        return column.title;
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignVCenter | (column.rightAligned ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

DataTable::DataTable(QWidget *parent) : QTableView{parent}, m_model{new TableModel{this}}, m_emptyText{tr("Rien à montrer.")}
{
    setModel(m_model);
    setItemDelegate(new CellPainter{this});
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(metric::rowHeight);
    verticalHeader()->setMinimumSectionSize(metric::rowHeight);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(40);
    horizontalHeader()->setFixedHeight(metric::touch - 8);
    QScroller::grabGesture(viewport(), QScroller::TouchGesture);
    connect(this, &QTableView::clicked, this, [this](const QModelIndex &index) { Q_EMIT rowActivated(m_model->row(index.row()).id); });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        viewport()->update(); // the whole row, of both
        if (current.isValid())
            Q_EMIT rowSelected(m_model->row(current.row()).id);
    });
}

void DataTable::setColumns(const std::vector<TableColumn> &columns)
{
    m_model->setColumns(columns);
    fitColumns();
}

void DataTable::setRows(std::vector<TableRow> rows)
{
    const QString before = selectedId();
    {
        const QSignalBlocker quiet{selectionModel()};
        m_model->setRows(std::move(rows));
    }
    if (!before.isEmpty())
        selectId(before);
    fitColumns();
    viewport()->update();
}

void DataTable::setSource(int count, TableModel::RowAt rowAt)
{
    m_model->setSource(count, std::move(rowAt));
    fitColumns();
    viewport()->update();
}

void DataTable::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

QString DataTable::selectedId() const
{
    return currentIndex().isValid() ? m_model->row(currentIndex().row()).id : QString{};
}

void DataTable::selectId(const QString &id)
{
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (m_model->row(row).id == id) {
            setCurrentIndex(m_model->index(row, 0));
            return;
        }
}

int DataTable::naturalWidth(int column) const
{
    const TableColumn &spec = m_model->columns()[static_cast<size_t>(column)];
    if (spec.width > 0)
        return spec.width;
    const QFontMetrics metrics{font()};
    int wide = QFontMetrics{textFont(TextRole::SecondaryStrong)}.horizontalAdvance(spec.title);
    for (int row = 0; row < std::min(sampledRows, m_model->rowCount()); ++row)
        wide = std::max(wide, metrics.horizontalAdvance(m_model->row(row).cells.value(column)));
    return wide + 2 * cellPadding + 2;
}

void DataTable::fitColumns()
{
    const int count = m_model->columnCount();
    std::vector<int> widths;
    int fixed = 0;
    int stretching = 0;
    for (int column = 0; column < count; ++column) {
        widths.push_back(isColumnHidden(column) ? 0 : naturalWidth(column));
        const bool stretches = m_model->columns()[static_cast<size_t>(column)].stretches;
        fixed += stretches ? 0 : widths.back();
        stretching += stretches ? 1 : 0;
    }
    const int share = stretching == 0 ? 0 : std::max(80, (viewport()->width() - fixed) / stretching);
    for (int column = 0; column < count; ++column) {
        const bool stretches = m_model->columns()[static_cast<size_t>(column)].stretches;
        setColumnWidth(column, stretches ? share : widths[static_cast<size_t>(column)]);
    }
    if (m_rowsGrow)
        fitRows();
}

void DataTable::setRowsGrow(bool grow)
{
    m_rowsGrow = grow;
    fitColumns();
}

/// As high as the cell with the most lines needs.
void DataTable::fitRows()
{
    const qreal line = QFontMetricsF{font()}.lineSpacing();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QStringList cells = m_model->row(row).cells;
        qsizetype lines = 1;
        for (int column = 0; column < m_model->columnCount(); ++column)
            if (!isColumnHidden(column))
                lines = std::max(lines, fittedLines(font(), cells.value(column), columnWidth(column) - 2 * cellPadding, mostLines).size());
        setRowHeight(row, std::max(metric::rowHeight, qCeil(static_cast<qreal>(lines) * line) + 2 * rowMargin));
    }
}

void DataTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void DataTable::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid())
        Q_EMIT rowActivated(selectedId());
    else
        QTableView::keyPressEvent(event);
}

void DataTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    const Tokens &tokens = tokensOf(this);
    QPainter painter{viewport()};
    if (m_model->rowCount() == 0) {
        painter.setFont(textFont(TextRole::Body));
        painter.setPen(tokens.muted);
        paintFitted(painter, QRectF{viewport()->rect()}.adjusted(24, 24, -24, -24), Qt::AlignCenter, m_emptyText, 4);
    }
    if (hasFocus() && !currentIndex().isValid())
        paintFocusRing(painter, viewport()->rect(), tokens);
}

} // namespace guichet
