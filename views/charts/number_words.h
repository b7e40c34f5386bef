// SPDX-License-Identifier: GPL-3.0-or-later
// Why the numbers of a card have their values, as rich text: each machine with its value, formula, terms,
// what moves it, and the documents that the facts stand in.
//
// Pure; any thread. Promise: every number of the board has a formula or a source.
// [NumberSheetTest.EveryNumberOfTheBoardOpensToAFormulaOrASource]
#pragma once

#include "model/explain.h"
#include "views/charts/board_rows.h"

namespace supernode {

// What moves the parts of a number, in their order; shorter while it is being worked out.
using PartMoves = std::vector<std::vector<Sensitivity>>;

// One machine's part of the sheet.
QString numberHtml(const BoardMachine& machine, const BoardRow& row, const BoardNumber& number,
                   const PartMoves& moves);
// All machines, two beside each other.
QString numbersHtml(const Board& board, const BoardRow& row, const std::vector<PartMoves>& moves);

} // namespace supernode
