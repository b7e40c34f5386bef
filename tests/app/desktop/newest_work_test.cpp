// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/newest_work.h"

#include <gtest/gtest.h>

#include <new>
#include <vector>

namespace supernode {
namespace {

struct Asked {
    QObject receiver;
    std::vector<int> answers;
    NewestWork work{&receiver};

    void ask(int answer) {
        work.ask(
            [this, answer](const std::stop_token&) { return [this, answer] { answers.push_back(answer); }; });
    }
};

TEST(NewestWork, TheNewestQuestionWins) {
    Asked a;
    for (int i = 0; i < 50; ++i)
        a.ask(i);
    a.work.waitForAnswer();
    EXPECT_EQ(a.answers, std::vector<int>{49});
    EXPECT_FALSE(a.work.isBusy());
}

// Asked while another runs: the first is told to stop, and ask() returns before it has.
TEST(NewestWork, ANewQuestionStopsTheOldOne) {
    Asked a;
    a.work.ask([](const std::stop_token& stop) -> NewestWork::Deliver {
        while (!stop.stop_requested())
            std::this_thread::yield(); // would never end by itself
        return {};
    });
    a.ask(7);
    a.work.waitForAnswer();
    EXPECT_EQ(a.answers, std::vector<int>{7});
}

TEST(NewestWork, WorkThatThrowsLeavesNothingBehind) {
    Asked a;
    a.work.ask([](const std::stop_token&) -> NewestWork::Deliver { throw std::bad_alloc(); });
    a.work.waitForAnswer();
    EXPECT_FALSE(a.work.isBusy());
    a.ask(1);
    a.work.waitForAnswer();
    EXPECT_EQ(a.answers, std::vector<int>{1});
}

TEST(NewestWork, WhatIsForgottenIsNotAnswered) {
    Asked a;
    a.ask(1);
    a.work.forget();
    EXPECT_FALSE(a.work.isBusy());
    a.ask(2);
    a.work.waitForAnswer();
    EXPECT_EQ(a.answers, std::vector<int>{2});
}

} // namespace
} // namespace supernode
