// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/text_file.h"

#include "app/files/json_reader.h"

#include <fstream>
#include <system_error>
#include <unistd.h>

namespace supernode {

Result<std::string> readTextFile(const std::filesystem::path& path) {
    using Answer = Result<std::string>;
    std::error_code error;
    if (std::filesystem::is_directory(path, error))
        return Answer::refused(Issue{path.string(), "is a folder", "name a file"});
    std::ifstream in(path, std::ios::binary);
    if (!in)
        return Answer::refused(
            Issue{path.string(), "cannot be opened", "check the name and who may read it"});
    std::string text(mostJsonBytes + 1, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in.gcount()));
    if (in.bad())
        return Answer::refused(Issue{path.string(), "cannot be read", "check the disk"});
    if (text.size() > mostJsonBytes)
        return Answer::refused(Issue{path.string(), "is larger than 4 MiB", "give a smaller file"});
    return text;
}

std::optional<Issue> writeTextFile(const std::filesystem::path& path, std::string_view text) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status))
        return Issue{path.string(), "is not a regular file", "name another file"};
    const std::filesystem::path beside = path.string() + ".part" + std::to_string(::getpid());
    std::ofstream out(beside, std::ios::binary | std::ios::trunc);
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    out.close();
    error.clear();
    if (out)
        std::filesystem::rename(beside, path, error);
    else
        error = std::make_error_code(std::errc::io_error);
    if (!error)
        return std::nullopt;
    std::error_code ignored;
    std::filesystem::remove(beside, ignored);
    return Issue{path.string(), "cannot be written: " + error.message(),
                 "check the folder and who may write to it"};
}

} // namespace supernode
