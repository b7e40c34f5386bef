// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a sweep as a table that sorts: the values that were varied, then the metrics.
//
// A click on a head sorts; rows that are refused, or lack the number, come last whichever way. Rows on the
// Pareto front bear a mark. Thread: GUI.
// Promise: what is refused stays last. [SweepTable.WhatIsRefusedStaysLast]
#pragma once

#include "app/desktop/sweep_knobs.h"
#include "app/files/sweep.h"

#include <QAbstractTableModel>

namespace supernode {

class SweepTable : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;
    // Empty for another question; `first`: indices of the metrics that come first.
    void setQuestion(const std::vector<SweepKnob>& varied, const std::vector<Metric>& metrics,
                     const std::vector<std::size_t>& first);
    void setRows(const std::vector<SweepRow>& rows, const std::vector<bool>& front); // more of them
    void setPresent(int sweepRow); // the one that is shown, -1: none

    int sweepRow(const QModelIndex& index) const { return m_order[static_cast<std::size_t>(index.row())]; }
    int tableRow(int sweepRow) const; // -1: not there

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    QString text(const SweepRow& row, std::size_t column) const;
    std::optional<double> number(const SweepRow& row, std::size_t column) const;
    void order();

    std::vector<SweepKnob> m_varied;
    std::vector<Metric> m_metrics;
    std::vector<std::size_t> m_shown; // metrics in the order of the columns
    std::vector<SweepRow> m_rows;
    std::vector<bool> m_front;
    std::vector<int> m_order; // rows of the sweep in the order of the table
    int m_sorted = -1, m_present = -1;
    Qt::SortOrder m_direction = Qt::AscendingOrder;
};

} // namespace supernode
