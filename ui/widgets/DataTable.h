// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QAbstractTableModel>
#include <QTableView>
#include <functional>

namespace guichet {

/// How wide a column is: as its title and sample need, or what is left over.
struct TableColumn
{
    QString title;
    bool rightAligned = false; ///< Amounts, counts.
    bool stretches = false;    ///< Shares what is left over.
    int width = 0;             ///< In px; 0: from the first rows.
    friend bool operator==(const TableColumn &, const TableColumn &) = default;
};

struct TableRow
{
    QString id;
    QStringList cells;
    Tone tone = Tone::Normal;         ///< Of all cells that have none of their own.
    std::vector<Tone> cellTones = {}; ///< By column; may be shorter than cells.
    friend bool operator==(const TableRow &, const TableRow &) = default;
};

/// Rows held, or asked for one by one when shown.
class TableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using RowAt = std::function<TableRow(int row)>;

    explicit TableModel(QObject *parent = nullptr);
    void setColumns(std::vector<TableColumn> columns);
    void setRows(std::vector<TableRow> rows);
    /// For very long lists: `rowAt` is called for visible rows only, on the GUI thread; it must be quick.
    void setSource(int count, RowAt rowAt);
    TableRow row(int index) const;
    const std::vector<TableColumn> &columns() const { return m_columns; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<TableColumn> m_columns;
    std::vector<TableRow> m_rows;
    int m_count = 0;
    RowAt m_source;
    mutable int m_lastIndex = -1;
    mutable TableRow m_lastRow;
};

/// A list of any length: rows of 48 px, one selected, hairlines, right-aligned amounts, a sentence when it is empty. Enter or a tap opens a
/// row.
class DataTable : public QTableView
{
    Q_OBJECT
public:
    explicit DataTable(QWidget *parent = nullptr);
    void setColumns(const std::vector<TableColumn> &columns);
    void setRows(std::vector<TableRow> rows); ///< Keeps the selected id when it is still there.
    void setSource(int count, TableModel::RowAt rowAt);
    void setEmptyText(const QString &text);
    const QString &emptyText() const { return m_emptyText; }
    /// Rows are higher where a cell has more to say than two lines: for lists of a page, whose words must all be read. Not for setSource().
    void setRowsGrow(bool grow);
    QString selectedId() const; ///< Empty when none.
    void selectId(const QString &id);
    int count() const { return m_model->rowCount(); }

Q_SIGNALS:
    void rowSelected(const QString &id);  ///< The current row changed.
    void rowActivated(const QString &id); ///< Tap, Enter.

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fitColumns();
    void fitRows();
    int naturalWidth(int column) const;

    TableModel *m_model;
    QString m_emptyText;
    bool m_rowsGrow = false;
};

} // namespace guichet
