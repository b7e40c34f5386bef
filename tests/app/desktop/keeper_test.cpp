// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/keeper.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QThread>

#include <gtest/gtest.h>

#include <csignal>
#include <sys/resource.h>

namespace supernode {
namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// A limit on the size of files is what a full disk is to a program that writes.
TEST(Keeper, AFileIsWrittenWholeOrStaysAsItWas) {
    const QTemporaryDir folder;
    const QString path = folder.filePath("scenario.json");
    EXPECT_EQ(writeWhole(path, "old"), "");
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit little{1024, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &little);
    const QString problem = writeWhole(path, std::string(100'000, 'x'));
    setrlimit(RLIMIT_FSIZE, &before);
    EXPECT_TRUE(problem.contains("scenario.json could not be written")) << problem.toStdString();
    EXPECT_EQ(contentOf(path), "old");
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files), QStringList{"scenario.json"})
        << "nothing half lies about";
    EXPECT_NE(writeWhole(folder.filePath("missing/scenario.json"), "new"), "");
}

// A file of a process that is not there; its lock, if it had one, died with it.
TEST(Keeper, WhatADeadSessionLeftIsFound) {
    const QTemporaryDir folder;
    const QString session = folder.filePath("session-4194000.json"); // more than a process number can be
    EXPECT_EQ(writeWhole(session, "left"), "");
    const Keeper keeper(folder.path());
    EXPECT_EQ(keeper.orphans(), QStringList{session});
    Keeper::discard(session);
    EXPECT_TRUE(keeper.orphans().isEmpty());
}

// Under a lock that somebody holds, as another program that runs does.
TEST(Keeper, WhatALivingSessionKeepsIsNotFound) {
    const QTemporaryDir folder;
    EXPECT_EQ(writeWhole(folder.filePath("session-4194001-7.json"), "in use"), "");
    QLockFile lock(folder.filePath("session-4194001-7.lock"));
    ASSERT_TRUE(lock.tryLock(0));
    const Keeper keeper(folder.path());
    EXPECT_TRUE(keeper.orphans().isEmpty());
    lock.unlock();
    EXPECT_EQ(keeper.orphans().size(), 1);
}

TEST(Keeper, TwoSessionsOfOneProcessHaveTheirOwnFiles) {
    const QTemporaryDir folder;
    Keeper first(folder.path());
    EXPECT_EQ(first.keep("first"), "");
    QThread::msleep(2);
    Keeper second(folder.path());
    EXPECT_EQ(second.keep("second"), "");
    EXPECT_EQ(QDir(folder.path()).entryList({"session-*.json"}, QDir::Files).size(), 2);
}

TEST(Keeper, ALivingSessionIsNoOrphanAndAGoodbyeMakesItTheLast) {
    const QTemporaryDir folder;
    {
        Keeper living(folder.path());
        EXPECT_EQ(living.keep("kept"), "");
        EXPECT_TRUE(living.orphans().isEmpty());
        EXPECT_EQ(living.lastSession(), "");
    }
    const Keeper next(folder.path());
    EXPECT_TRUE(next.orphans().isEmpty());
    EXPECT_EQ(contentOf(next.lastSession()), "kept");
}

TEST(Keeper, FilesOpenedLastComeFirstAndMissingOnesGo) {
    const QTemporaryDir folder;
    Keeper keeper(folder.filePath("state"));
    for (const char* name : {"a.json", "b.json", "c.json", "a.json"}) {
        EXPECT_EQ(writeWhole(folder.filePath(name), "{}"), "");
        keeper.opened(folder.filePath(name));
    }
    EXPECT_EQ(keeper.recent(),
              (QStringList{folder.filePath("a.json"), folder.filePath("c.json"), folder.filePath("b.json")}));
    QFile::remove(folder.filePath("c.json"));
    EXPECT_EQ(keeper.recent().size(), 2);
}

} // namespace
} // namespace supernode
