// SPDX-License-Identifier: GPL-3.0-or-later
// The built `supernode` as a script would run it, each test in a folder of its own.
#pragma once

#include "app/files/text_file.h"
#include "tests/app/files/folder.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <sys/wait.h>

namespace supernode {

class Command : public testing::Test {
protected:
    struct Run {
        int status = -1;
        std::string out, error;
    };
    // The folder holds only what the test itself wrote; the program's output goes to another one.
    Run run(const std::string& arguments) const {
        const Folder streams;
        const std::string line = "cd '" + folder.path().string() + "' && '" SUPERNODE_PROGRAM "' " +
                                 arguments + " >'" + (streams / "out").string() + "' 2>'" +
                                 (streams / "error").string() + "'";
        const int code = std::system(line.c_str());
        return {WIFEXITED(code) ? WEXITSTATUS(code) : -1, *readTextFile(streams / "out"),
                *readTextFile(streams / "error")};
    }
    void write(const std::string& name, const std::string& text) const {
        ASSERT_FALSE(writeTextFile(folder / name, text));
    }

    Folder folder;
};

} // namespace supernode
