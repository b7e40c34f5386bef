// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the house as functions over text, so that each can be tried on a planted fault.
//
// Every function returns one sentence for each fault, beginning with the path. Paths are relative to the
// source tree, with slashes.
#pragma once

#include <set>
#include <string>
#include <vector>

namespace supernode {

struct SourceFile {
    std::string path; // "model/base/units.h"
    std::string text;
};
using Faults = std::vector<std::string>;

// A room looks back, never ahead; the model is standard C++ alone; files and command know no Qt; views know
// neither the solvers nor the programs; Qt Charts stays in views/charts.
Faults includeFaults(const SourceFile& file);
// The licence stands first in every source file; a header says in the next line what it is.
Faults captionFaults(const SourceFile& file);
// At most 400 lines, snake_case, no `using namespace std`.
Faults shapeFaults(const SourceFile& file);

// "Suite.Name" of every test in these files.
std::set<std::string> testNames(const std::vector<SourceFile>& files);
// Every promise of a header ends with the name of a test that exists.
Faults promiseFaults(const SourceFile& header, const std::set<std::string>& tests);

// Every .cpp of `files` is listed in one of the CMakeLists.txt.
Faults unlistedSources(const std::vector<SourceFile>& files, const std::vector<SourceFile>& lists);

} // namespace supernode
