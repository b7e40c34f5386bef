// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/row_log.h"

#include "app/files/text_file.h"
#include "tests/app/files/folder.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace supernode {
namespace {

TEST(RowLog, TheTableAppearsWhenItIsWhole) {
    const Folder folder;
    Result<RowLog> log = RowLog::open(folder / "t.csv", "q", "a,b");
    ASSERT_TRUE(log);
    RowLog rows = std::move(log).value();
    EXPECT_FALSE(rows.append("1,2"));
    EXPECT_FALSE(std::filesystem::exists(folder / "t.csv"));
    EXPECT_FALSE(rows.finish());
    EXPECT_EQ(*readTextFile(folder / "t.csv"), "a,b\n1,2\n");
    EXPECT_FALSE(std::filesystem::exists(folder / "t.csv.rows"));
}

TEST(RowLog, GoesOnAfterATornRow) {
    const Folder folder;
    ASSERT_FALSE(writeTextFile(folder / "t.csv.rows", "# q\na,b\n1,2\n3,4\n5,"));
    Result<RowLog> log = RowLog::open(folder / "t.csv", "q", "a,b");
    ASSERT_TRUE(log);
    RowLog rows = std::move(log).value();
    EXPECT_EQ(rows.rows(), 2u);
    EXPECT_FALSE(rows.append("5,6"));
    EXPECT_FALSE(rows.finish());
    EXPECT_EQ(*readTextFile(folder / "t.csv"), "a,b\n1,2\n3,4\n5,6\n");
}

TEST(RowLog, BeginsAnewWhenItWasKilledInItsFirstLines) {
    const Folder folder;
    ASSERT_FALSE(writeTextFile(folder / "t.csv.rows", "# q\na"));
    const Result<RowLog> log = RowLog::open(folder / "t.csv", "q", "a,b");
    ASSERT_TRUE(log);
    EXPECT_EQ(log->rows(), 0u);
    EXPECT_EQ(*readTextFile(folder / "t.csv.rows"), "# q\na,b\n");
}

TEST(RowLog, RowsOfAnotherQuestionAreRefused) {
    const Folder folder;
    ASSERT_FALSE(writeTextFile(folder / "t.csv.rows", "# other\na,b\n1,2\n"));
    EXPECT_FALSE(RowLog::open(folder / "t.csv", "q", "a,b"));
    EXPECT_EQ(*readTextFile(folder / "t.csv.rows"), "# other\na,b\n1,2\n") << "nothing may be lost";
}

TEST(RowLog, TwoProgramsCannotWriteOneTable) {
    const Folder folder;
    const Result<RowLog> first = RowLog::open(folder / "t.csv", "q", "a,b");
    ASSERT_TRUE(first);
    const Result<RowLog> second = RowLog::open(folder / "t.csv", "q", "a,b");
    ASSERT_FALSE(second);
    EXPECT_NE(second.issues().front().reason.find("another program"), std::string::npos);
}

TEST(RowLog, AFullDiskIsSaid) {
    // /dev/full takes no byte; a table cannot stand there, and a folder that is missing cannot hold one.
    EXPECT_FALSE(RowLog::open("/dev/full", "q", "a"));
    EXPECT_FALSE(RowLog::open("/no/such/folder/t.csv", "q", "a"));
}

} // namespace
} // namespace supernode
