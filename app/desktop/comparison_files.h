// SPDX-License-Identifier: GPL-3.0-or-later
// A comparison to take along, as files in a folder of their own: the page (report.html), the same to print
// (report.pdf), every chart alone as SVG and PNG, all numbers as CSV.
//
// Words are in the current language. Thread: GUI. Errors: a sentence; "" when all was written.
// Promise: the numbers of the page are those of the board.
// [ComparisonFilesTest.ThePageHoldsTheNumbersOfTheBoard]
#pragma once

#include "app/files/claim_check.h"
#include "app/files/comparison_report.h"
#include "model/outcome/outcome.h"
#include "views/charts/board_rows.h"

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace supernode {

// A single chart: its machines and its row.
Report reportOf(const Board& machines, const BoardRow& row);
Report reportOf(const Board& board, Per per, const std::vector<CheckedClaim>& claims);
// `more`: files beside those of the report, by their names in `folder`, which is made.
QString writeComparison(const QString& folder, const Report& report,
                        const std::vector<std::pair<QString, QByteArray>>& more);

} // namespace supernode
