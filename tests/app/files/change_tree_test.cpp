// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/change_tree.h"

#include "app/files/builtin.h"
#include "app/files/history_file.h"
#include "model/base/random.h"
#include "tests/app/files/issues.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

const SystemPtr& system() {
    static const SystemPtr made = builtinSystem("cloudmatrix384");
    return made;
}
Result<SystemPtr> lookup(const std::string&) { return system(); }

Scenario first() { return {system(), {}, AllToAll{}}; }
Scenario failing(Scenario scenario, int plane) {
    return withChange(std::move(scenario), Fail{"plane " + std::to_string(plane)});
}
ChangeTree again(const ChangeTree& tree) {
    const Result<ChangeTree> read = readHistory(writeHistory(tree), lookup);
    EXPECT_TRUE(read) << sentences(read.issues());
    return read ? *read : ChangeTree(first());
}

TEST(ChangeTree, ChangingAfterUndoBeginsABranch) {
    ChangeTree tree(first());
    tree.change(failing(first(), 1), "plane 1 failed");
    tree.change(failing(tree.scenario(), 2), "plane 2 failed");
    tree.undo();
    tree.change(failing(tree.scenario(), 3), "plane 3 failed");
    EXPECT_EQ(tree.children(1), (std::vector<int>{2, 3}));
    EXPECT_EQ(tree.wayTo(3), (std::vector<int>{0, 1, 3}));
    tree.jump(2);
    EXPECT_EQ(tree.scenario(), failing(failing(first(), 1), 2));
    tree.undo();
    tree.redo();
    EXPECT_EQ(tree.current(), 2) << "redo goes where one was last";
}

TEST(ChangeTree, MovesOfOneKnobAreOneStep) {
    ChangeTree tree(first());
    for (int plane = 1; plane <= 5; ++plane)
        tree.change(failing(first(), plane), "to " + std::to_string(plane), 7);
    EXPECT_EQ(tree.steps().size(), 2u);
    EXPECT_EQ(tree.step(1).text, "to 5") << "what was done in the end";
    EXPECT_EQ(tree.scenario(), failing(first(), 5));
    tree.change(first(), "moved", 7);
    EXPECT_EQ(tree.steps().size(), 1u) << "it came back to where it began";
}

TEST(ChangeTree, DeletingAStepTakesWhatGrewOutOfItAndStepsBack) {
    ChangeTree tree(first());
    tree.change(failing(first(), 1), "");
    tree.change(failing(tree.scenario(), 2), "");
    tree.remove(1);
    EXPECT_EQ(tree.current(), ChangeTree::beginning);
    EXPECT_EQ(tree.steps().size(), 1u);
    EXPECT_FALSE(tree.canRedo());
    tree.remove(ChangeTree::beginning);
    EXPECT_EQ(tree.steps().size(), 1u);
}

TEST(ChangeTree, ARefusedMoveOfAKnobGoesBackToTheLastGoodOne) {
    ChangeTree tree(first());
    tree.change(failing(first(), 1), "moved", 7);
    tree.accept();
    tree.change(failing(first(), 99), "moved too far", 7);
    EXPECT_TRUE(tree.refuse());
    EXPECT_EQ(tree.scenario(), failing(first(), 1));
    EXPECT_EQ(tree.step(tree.current()).text, "moved");
    EXPECT_FALSE(ChangeTree(first()).refuse()) << "there is nothing before the beginning";
}

// Two branches, the older visited last; a knob moved there and back leaves redo where it was.
TEST(ChangeTree, AKnobThatComesBackLeavesRedo) {
    ChangeTree tree(first());
    tree.change(failing(first(), 1), "older");
    const int older = tree.current();
    tree.undo();
    tree.change(failing(first(), 2), "newer");
    tree.jump(older);
    tree.undo();
    tree.change(failing(first(), 3), "moved", 7);
    tree.change(first(), "moved", 7);
    tree.redo();
    EXPECT_EQ(tree.current(), older);
}

TEST(ChangeTree, AHistoryThatIsNoneIsRefused) {
    const std::string good = writeHistory(ChangeTree(first()));
    const auto with = [&](const std::string& old, const std::string& now) {
        std::string text = good;
        text.replace(text.find(old), old.size(), now);
        return text;
    };
    EXPECT_TRUE(readHistory(good, lookup));
    for (const std::string& text :
         {std::string(), std::string("{}"), with("\"history\"", "\"model\""),
          with("\"present\":0", "\"present\":5"), with("\"parent\":-1", "\"parent\":3"),
          with("\"redo\":-1", "\"redo\":4"), with("all-to-all", "dance"), with("\"step\":0", "\"step\":1")})
        EXPECT_FALSE(readHistory(text, lookup)) << text;
}

// Far more than 4 MiB: 3,000 steps of 60 failures each. The present is what one would miss.
TEST(ChangeTree, AHistoryThatIsTooLargeKeepsThePresent) {
    ChangeTree tree(first());
    Scenario scenario = first();
    for (int i = 0; i < 60; ++i)
        scenario.changes.emplace_back(Fail{"node " + std::to_string(i % 48 + 1) + " plane 1 cable 1"});
    for (int i = 0; i < 3'000; ++i) {
        scenario.routingSeed = static_cast<std::uint64_t>(i) + 2;
        tree.change(scenario, "seed");
    }
    const ChangeTree read = again(tree);
    EXPECT_EQ(read.steps().size(), 1u);
    EXPECT_EQ(read.scenario(), scenario);
}

// A plain list of what ought to be, beside the tree.
class Play {
public:
    explicit Play(std::uint64_t seed) : m_random(seed) {}

    void step() {
        const Scenario before = m_tree.scenario();
        switch (m_random.below(8)) {
        case 0:
        case 1:
            change();
            break;
        case 2:
            m_tree.undo();
            break;
        case 3:
            m_tree.redo();
            break;
        case 4:
            m_tree.jump(any());
            break;
        case 5: {
            const ChangeTree untouched = m_tree;
            if (m_tree.change(randomChange(), "refused"))
                m_tree.refuse();
            EXPECT_EQ(m_tree.scenario(), before) << "a refused change leaves the scenario";
            EXPECT_TRUE(m_tree.sameAs(untouched));
            break;
        }
        case 6:
            m_tree.rename(any(), "name " + std::to_string(m_random.below(100)));
            break;
        default:
            if (const ChangeTree read = again(m_tree); m_random.below(2) == 0) {
                EXPECT_TRUE(read.sameAs(m_tree));
                m_tree = read;
            }
        }
    }

private:
    void change() {
        const Scenario before = m_tree.scenario();
        if (!m_tree.change(randomChange(), "changed"))
            return;
        m_tree.accept();
        const Scenario after = m_tree.scenario();
        m_tree.undo();
        EXPECT_EQ(m_tree.scenario(), before) << "undo gives what was before";
        m_tree.redo();
        EXPECT_EQ(m_tree.scenario(), after);
    }
    Scenario randomChange() {
        Scenario next = m_tree.scenario();
        const std::string plane = "plane " + std::to_string(1 + m_random.below(7));
        const std::string node = "node " + std::to_string(1 + m_random.below(48));
        switch (m_random.below(8)) {
        case 0:
            return withChange(std::move(next), Fail{plane});
        case 5:
            return withChange(std::move(next), Fail{node + " npu 1 die 1 hbm 2"});
        case 6:
            return withChange(std::move(next),
                              MoveParts{node, "node 24", static_cast<int>(1 + m_random.below(9))});
        case 7:
            return withChange(std::move(next), CopyExpert{"node 1 npu 1 die 1", node + " npu 1 die 1"});
        case 1:
            return withChange(std::move(next), Slow{plane, (11 + m_random.below(1'000'000)) / 10'007.0});
        case 2:
            return withChange(std::move(next), Restore{plane});
        case 3:
            return withChange(std::move(next),
                              SetFact{"fabric.link_rate", 100 + m_random.below(1'000'000) / 7.0});
        default:
            next.workload = AllToAll{.bytes = bytes((1 + m_random.below(1'000'000)) / 3.0)};
            return next;
        }
    }
    int any() {
        auto at = m_tree.steps().begin();
        std::advance(at, m_random.below(static_cast<std::uint32_t>(m_tree.steps().size())));
        return at->first;
    }

    Random m_random;
    ChangeTree m_tree{first()};
};

TEST(ChangeTree, TenThousandRandomSequencesLoseNothing) {
    for (std::uint64_t seed = 0; seed < 10'000; ++seed) {
        Play play(seed);
        for (int i = 0; i < 8; ++i)
            play.step();
        if (HasFailure())
            FAIL() << "seed " << seed;
    }
}

} // namespace
} // namespace supernode
