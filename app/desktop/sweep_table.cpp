// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/sweep_table.h"

#include "views/theme/number_format.h"
#include "views/theme/theme.h"
#include "views/theme/words.h"

#include <algorithm>
#include <numeric>

namespace supernode {

void SweepTable::setQuestion(const std::vector<SweepKnob>& varied, const std::vector<Metric>& metrics,
                             const std::vector<std::size_t>& first) {
    beginResetModel();
    m_varied = varied;
    m_metrics = metrics;
    m_shown = first;
    for (std::size_t i = 0; i < metrics.size(); ++i)
        if (std::find(first.begin(), first.end(), i) == first.end())
            m_shown.push_back(i);
    m_rows.clear();
    m_order.clear();
    m_front.clear();
    m_sorted = m_present = -1;
    endResetModel();
}

void SweepTable::setRows(const std::vector<SweepRow>& rows, const std::vector<bool>& front) {
    const auto before = m_rows.size();
    if (rows.size() > before) {
        beginInsertRows({}, static_cast<int>(before), static_cast<int>(rows.size()) - 1);
        m_rows.insert(m_rows.end(), rows.begin() + static_cast<std::ptrdiff_t>(before), rows.end());
        for (std::size_t i = before; i < rows.size(); ++i)
            m_order.push_back(static_cast<int>(i));
        m_front.resize(rows.size());
        endInsertRows();
    }
    m_front = front;
    order();
}

void SweepTable::setPresent(int sweepRow) {
    m_present = sweepRow;
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int SweepTable::tableRow(int sweepRow) const {
    const auto found = std::find(m_order.begin(), m_order.end(), sweepRow);
    return found == m_order.end() ? -1 : static_cast<int>(found - m_order.begin());
}

int SweepTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

// The values, the metrics, what holds it back or why it is refused.
int SweepTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_varied.size() + m_shown.size()) + 1;
}

std::optional<double> SweepTable::number(const SweepRow& row, std::size_t column) const {
    if (column < m_varied.size()) {
        bool isNumber = false;
        const double value = QString::fromStdString(row.values[column]).toDouble(&isNumber);
        return isNumber ? std::optional(value) : std::nullopt;
    }
    column -= m_varied.size();
    return column < m_shown.size() ? row.metrics[m_shown[column]] : std::nullopt;
}

QString SweepTable::text(const SweepRow& row, std::size_t column) const {
    if (column < m_varied.size())
        return shownValue(m_varied[column], row.values[column]);
    if (column == m_varied.size() + m_shown.size())
        return row.refused.empty() ? word(row.bottleneck) : QString::fromStdString(row.refused);
    const std::optional<double> value = number(row, column);
    return value ? modelled(*value) : QStringLiteral("–");
}

QVariant SweepTable::data(const QModelIndex& index, int role) const {
    const int at = sweepRow(index);
    const SweepRow& row = m_rows[static_cast<std::size_t>(at)];
    const auto column = static_cast<std::size_t>(index.column());
    const bool front = m_front[static_cast<std::size_t>(at)];
    const Theme t = currentTheme();
    switch (role) {
    case Qt::DisplayRole:
        return (column == 0 && front ? QStringLiteral("★ ") : QString()) + text(row, column);
    case Qt::ToolTipRole:
        return column == 0 && front ? tr("Nothing is better in both numbers") : text(row, column);
    case Qt::TextAlignmentRole: {
        const bool words = column == m_varied.size() + m_shown.size() || !number(row, column);
        return QVariant((words ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    case Qt::ForegroundRole:
        return !row.refused.empty() ? t.textDim : front && column == 0 ? t.readable(t.good) : t.text;
    case Qt::BackgroundRole:
        return at == m_present ? QVariant(t.selected) : QVariant();
    default:
        return {};
    }
}

QVariant SweepTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant((static_cast<std::size_t>(section) < m_varied.size() + m_shown.size()
                             ? Qt::AlignRight
                             : Qt::AlignLeft) |
                        Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const auto column = static_cast<std::size_t>(section);
    if (column < m_varied.size())
        return m_varied[column].title;
    if (column == m_varied.size() + m_shown.size())
        return tr("Held back by");
    const Metric& metric = m_metrics[m_shown[column - m_varied.size()]];
    const QString unit = shownUnit(QString::fromStdString(metric.unit)), name = word(metric.name);
    return unit.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, unit);
}

void SweepTable::sort(int column, Qt::SortOrder direction) {
    m_sorted = column;
    m_direction = direction;
    order();
}

void SweepTable::order() {
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    std::vector<int> was = m_order;
    std::iota(m_order.begin(), m_order.end(), 0);
    if (m_sorted >= 0 && m_sorted < columnCount()) {
        const auto column = static_cast<std::size_t>(m_sorted);
        const bool rising = m_direction == Qt::AscendingOrder;
        std::stable_sort(m_order.begin(), m_order.end(), [&](int a, int b) {
            const SweepRow& first = m_rows[static_cast<std::size_t>(a)];
            const SweepRow& second = m_rows[static_cast<std::size_t>(b)];
            if (first.refused.empty() != second.refused.empty())
                return first.refused.empty();
            const std::optional<double> x = number(first, column), y = number(second, column);
            if (x && y)
                return rising ? *x < *y : *x > *y;
            if (x.has_value() != y.has_value())
                return x.has_value();
            const int words = text(first, column).compare(text(second, column));
            return rising ? words < 0 : words > 0;
        });
    }
    QModelIndexList from = persistentIndexList(), to;
    for (const QModelIndex& index : from)
        to << this->index(tableRow(was[static_cast<std::size_t>(index.row())]), index.column());
    changePersistentIndexList(from, to);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

} // namespace supernode
