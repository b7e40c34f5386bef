// SPDX-License-Identifier: GPL-3.0-or-later
// Whole text files in and out. The only code of this program that opens files for reading or writing.
//
// Errors: an Issue whose field is the path. Limit: 4 MiB to read.
// Promise: a file is written whole or not at all. [TextFile.AFileIsWrittenWholeOrNotAtAll]
#pragma once

#include "model/base/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace supernode {

Result<std::string> readTextFile(const std::filesystem::path& path);

// Writes beside and renames; replaces regular files only. The issue when it failed.
std::optional<Issue> writeTextFile(const std::filesystem::path& path, std::string_view text);

} // namespace supernode
