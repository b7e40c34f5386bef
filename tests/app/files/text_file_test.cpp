// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/text_file.h"

#include "app/files/json_reader.h"
#include "tests/app/files/folder.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

TEST(TextFile, WhatIsWrittenIsRead) {
    const Folder folder;
    EXPECT_FALSE(writeTextFile(folder / "a.txt", "one\ntwo\n"));
    EXPECT_EQ(*readTextFile(folder / "a.txt"), "one\ntwo\n");
    EXPECT_FALSE(writeTextFile(folder / "a.txt", "three"));
    EXPECT_EQ(*readTextFile(folder / "a.txt"), "three");
}

TEST(TextFile, AFileIsWrittenWholeOrNotAtAll) {
    const Folder folder;
    EXPECT_TRUE(writeTextFile(folder / "no" / "such" / "folder.txt", "x"));
    std::filesystem::create_directory(folder / "taken");
    EXPECT_TRUE(writeTextFile(folder / "taken", "x"));
    EXPECT_FALSE(writeTextFile(folder / "a.txt", "x"));
    EXPECT_EQ(folder.names(), (std::vector<std::string>{"a.txt", "taken"})) << "nothing is left beside";
}

TEST(TextFile, DevicesAreNotReplaced) {
    const auto issue = writeTextFile("/dev/null", "x");
    ASSERT_TRUE(issue);
    EXPECT_NE(issue->reason.find("not a regular file"), std::string::npos);
    EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));
}

TEST(TextFile, MissingFoldersAndHugeFilesAreRefused) {
    const Folder folder;
    EXPECT_FALSE(readTextFile(folder / "missing.json"));
    EXPECT_FALSE(readTextFile(folder.path()));
    ASSERT_FALSE(writeTextFile(folder / "huge", std::string(mostJsonBytes + 1, ' ')));
    const auto huge = readTextFile(folder / "huge");
    ASSERT_FALSE(huge);
    EXPECT_EQ(huge.issues().front().reason, "is larger than 4 MiB");
}

} // namespace
} // namespace supernode
