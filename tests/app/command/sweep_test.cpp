// SPDX-License-Identifier: GPL-3.0-or-later
// `supernode sweep` as a script would run it, killed, and under mpirun.
#include "tests/app/command/command.h"

#include <algorithm>

namespace supernode {
namespace {

class SweepCommand : public Command {
protected:
    static constexpr const char* question = "sweep all-to-all --vary workload.bytes=1024,4096,65536 --vary "
                                            "'fail=none,plane 3,plane 1+plane 2' --out ";
};

TEST_F(SweepCommand, WritesOneRowForEachCombination) {
    const Run r = run(std::string(question) + "t.csv");
    EXPECT_EQ(r.status, 0) << r.error;
    const std::string table = *readTextFile(folder / "t.csv");
    EXPECT_EQ(std::count(table.begin(), table.end(), '\n'), 10); // head, 3 x 3
    EXPECT_TRUE(table.starts_with("workload.bytes,fail,throughput (TB/s),")) << table;
}

TEST_F(SweepCommand, GoesOnAfterAKillWithTheSameBytes) {
    ASSERT_EQ(run(std::string(question) + "whole.csv").status, 0);
    const std::string whole = *readTextFile(folder / "whole.csv");
    // Killed as soon as its log has begun, wherever it happens to be.
    const std::string killed =
        "cd '" + folder.path().string() + "' && ( '" SUPERNODE_PROGRAM "' " + question +
        "t.csv & p=$!; while [ ! -s t.csv.rows ] && [ ! -e t.csv ]; do :; done; kill -9 $p ) 2>/dev/null";
    (void)std::system(killed.c_str());
    const Run again = run(std::string(question) + "t.csv");
    EXPECT_EQ(again.status, 0) << again.error;
    EXPECT_EQ(*readTextFile(folder / "t.csv"), whole);
}

TEST_F(SweepCommand, ARefusedSweepWritesNothing) {
    const Run r = run("sweep all-to-all --vary workload.bites=1,2 --out t.csv");
    EXPECT_EQ(r.status, 1);
    EXPECT_NE(r.error.find("workload.bites"), std::string::npos) << r.error;
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

#ifdef SUPERNODE_MPIRUN
TEST_F(SweepCommand, ThreeProcessesWriteTheBytesOfOne) {
    ASSERT_EQ(run(std::string(question) + "one.csv").status, 0);
    const std::string line =
        "cd '" + folder.path().string() +
        "' && OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1 "
        // One machine: no shell on others, no copies across processes by ptrace.
        "OMPI_MCA_plm_rsh_agent=/bin/true OMPI_MCA_btl_vader_single_copy_mechanism=none '" SUPERNODE_MPIRUN
        "' --oversubscribe -n 3 '" SUPERNODE_PROGRAM "' " +
        question + "three.csv >log 2>&1";
    EXPECT_EQ(std::system(line.c_str()), 0) << *readTextFile(folder / "log");
    EXPECT_EQ(*readTextFile(folder / "three.csv"), *readTextFile(folder / "one.csv"));
}
#endif

} // namespace
} // namespace supernode
