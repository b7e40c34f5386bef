// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of text for a terminal.
#pragma once

#include "app/files/number_text.h"

#include <string>
#include <vector>

namespace supernode {

enum class Align { Left, Right };

class Table {
public:
    explicit Table(std::vector<Align> columns) : m_columns(std::move(columns)) {}

    void add(std::vector<std::string> cells) { m_rows.push_back(std::move(cells)); }
    bool empty() const { return m_rows.empty(); }
    // Every line starts with `indent` spaces; columns are two spaces apart; no spaces at the end of a line.
    std::string text(std::size_t indent) const;

private:
    std::vector<Align> m_columns;
    std::vector<std::vector<std::string>> m_rows;
};

// Breaks at spaces so that no line is longer than `width`; lines after the first are indented too.
std::string wrapped(const std::string& text, std::size_t indent, std::size_t width = 100);

} // namespace supernode
