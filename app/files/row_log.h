// SPDX-License-Identifier: GPL-3.0-or-later
// A table that grows row by row and survives a kill: what was written stays, a torn last row is dropped.
//
// Rows gather in FILE.rows beside FILE, under a line that says which question they answer; FILE appears when
// the table is whole. Ownership: one process holds the log at a time. Errors: issues whose field is the path.
// Promise: after a kill the log goes on with the first row that is missing.
// [RowLog.GoesOnAfterATornRow]
// Promise: rows of another question are never mixed in. [RowLog.RowsOfAnotherQuestionAreRefused]
#pragma once

#include "model/base/result.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace supernode {

class RowLog {
public:
    // `question` is one line that is the same for the same table; `head` is the table's first line.
    static Result<RowLog> open(const std::filesystem::path& file, std::string_view question,
                               std::string_view head);
    RowLog(RowLog&& other) noexcept;
    RowLog& operator=(RowLog&&) = delete;
    ~RowLog();

    std::size_t rows() const { return m_rows; }        // without the head
    std::optional<Issue> append(std::string_view row); // one line, without its end
    // The whole table under its own name; the log is gone.
    std::optional<Issue> finish();

private:
    RowLog(std::filesystem::path file, int descriptor);
    std::filesystem::path logPath() const { return m_file.string() + ".rows"; }
    std::optional<Issue> begin(std::string_view question, std::string_view head);
    std::optional<Issue> write(std::string_view text);
    Issue problem(const std::string& what) const;

    std::filesystem::path m_file;
    int m_descriptor = -1;
    std::size_t m_rows = 0;
    std::size_t m_questionBytes = 0;
};

} // namespace supernode
