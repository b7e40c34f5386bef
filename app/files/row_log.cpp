// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/row_log.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace supernode {
namespace {

std::string errorText() { return std::generic_category().message(errno); }

// What the log holds; a table of ten million rows fits.
std::string wholeText(int descriptor) {
    std::string text;
    std::array<char, 65536> block{};
    ::lseek(descriptor, 0, SEEK_SET);
    for (;;) {
        const ssize_t got = ::read(descriptor, block.data(), block.size());
        if (got <= 0)
            return text;
        text.append(block.data(), static_cast<std::size_t>(got));
    }
}

} // namespace

RowLog::RowLog(std::filesystem::path file, int descriptor)
    : m_file(std::move(file)), m_descriptor(descriptor) {}

RowLog::RowLog(RowLog&& other) noexcept
    : m_file(std::move(other.m_file)), m_descriptor(std::exchange(other.m_descriptor, -1)),
      m_rows(other.m_rows), m_questionBytes(other.m_questionBytes) {}

RowLog::~RowLog() {
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Issue RowLog::problem(const std::string& what) const {
    return {logPath().string(), "cannot be written: " + what,
            "mend that and give the same command again; the rows that are there stay"};
}

Result<RowLog> RowLog::open(const std::filesystem::path& file, std::string_view question,
                            std::string_view head) {
    using Answer = Result<RowLog>;
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored) && !std::filesystem::is_regular_file(file, ignored))
        return Answer::refused(Issue{file.string(), "is not a regular file", "name another file"});
    const std::filesystem::path path = file.string() + ".rows";
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor < 0)
        return Answer::refused(Issue{path.string(), "cannot be opened: " + errorText(),
                                     "check the folder and who may write to it"});
    RowLog log(file, descriptor);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        return Answer::refused(Issue{path.string(), "is being written by another program",
                                     "wait for it, or give another --out"});
    if (const std::optional<Issue> issue = log.begin(question, head))
        return Answer::refused(*issue);
    return log;
}

std::optional<Issue> RowLog::begin(std::string_view question, std::string_view head) {
    const std::string first = "# " + std::string(question) + "\n", start = first + std::string(head) + "\n";
    const std::string text = wholeText(m_descriptor);
    m_questionBytes = first.size();
    if (text.size() >= start.size() && !text.starts_with(start))
        return Issue{logPath().string(), "holds the rows of another question",
                     "remove that file, or give another --out"};
    if (text.size() < start.size()) { // new, or killed before its first row
        if (!start.starts_with(text))
            return Issue{logPath().string(), "is no file of this program",
                         "remove it, or give another --out"};
        if (::ftruncate(m_descriptor, 0) != 0)
            return problem(errorText());
        ::lseek(m_descriptor, 0, SEEK_SET);
        return write(start);
    }
    const std::size_t end = text.rfind('\n') + 1;
    m_rows = static_cast<std::size_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(start.size()),
                                                 text.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
    if (::ftruncate(m_descriptor, static_cast<off_t>(end)) != 0)
        return problem(errorText());
    ::lseek(m_descriptor, 0, SEEK_END);
    return std::nullopt;
}

std::optional<Issue> RowLog::write(std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(m_descriptor, text.data(), text.size());
        if (written < 0 && errno != EINTR)
            return problem(errorText());
        text.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
    }
    return std::nullopt;
}

std::optional<Issue> RowLog::append(std::string_view row) {
    ++m_rows;
    return write(std::string(row) + "\n");
}

std::optional<Issue> RowLog::finish() {
    const std::filesystem::path beside = m_file.string() + ".part" + std::to_string(::getpid());
    const std::string text = wholeText(m_descriptor);
    std::ofstream out(beside, std::ios::binary | std::ios::trunc);
    out << std::string_view(text).substr(m_questionBytes);
    out.close();
    std::error_code error;
    if (out)
        std::filesystem::rename(beside, m_file, error);
    std::error_code ignored;
    if (!out || error) {
        std::filesystem::remove(beside, ignored);
        return Issue{m_file.string(), "cannot be written",
                     "check the disk and give the same command again; the rows stay in " +
                         logPath().string()};
    }
    std::filesystem::remove(logPath(), ignored);
    return std::nullopt;
}

} // namespace supernode
