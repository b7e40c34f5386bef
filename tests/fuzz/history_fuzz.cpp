// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/builtin.h"
#include "app/files/history_file.h"
#include "tests/fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace supernode;
    const auto systems = [](const std::string& id) {
        const SystemPtr system = builtinSystem(id);
        return system ? Result<SystemPtr>(system)
                      : Result<SystemPtr>::refused(Issue{"system", "is not known", ""});
    };
    const Result<ChangeTree> tree = readHistory(fuzz::textOf(data, size), systems);
    fuzz::expectExplained(tree);
    if (!tree)
        return 0;
    const Result<ChangeTree> again = readHistory(writeHistory(*tree), systems);
    fuzz::expect(again && again->sameAs(*tree), "what was read is written and read as the same");
    ChangeTree walked = *tree;
    while (walked.canUndo())
        walked.undo();
    fuzz::expect(walked.current() == ChangeTree::beginning, "every step leads back to the beginning");
    return 0;
}
