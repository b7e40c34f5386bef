// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps what a person made: files that are saved whole or not at all, the files opened last, and the history
// of a session that ends without a goodbye.
//
// One folder for all of it. Each session writes a file of its own there, under a lock that the system takes
// away when the program dies; a file without a living owner is what can be recovered. Thread: GUI.
// Errors: sentences, with what the system said (a full disk, no right to write).
// Promise: a file is written whole or stays as it was, and a full disk is told.
// [Keeper.AFileIsWrittenWholeOrStaysAsItWas]
// Promise: what a dead session left is found. [Keeper.WhatADeadSessionLeftIsFound] Promise: what a living one
// keeps is not. [Keeper.WhatALivingSessionKeepsIsNotFound]
#pragma once

#include "app/files/history_file.h"

#include <QLockFile>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace supernode {

// The sentence when it could not be written; "" when it was.
QString writeWhole(const QString& path, const std::string& text);

class Keeper {
public:
    explicit Keeper(const QString& folder); // made when it is missing
    ~Keeper(); // a goodbye: nothing is left to recover, and the session becomes the last one
    void breakOff() { m_brokenOff = true; } // no goodbye: the next start asks
    Keeper(const Keeper&) = delete;
    Keeper& operator=(const Keeper&) = delete;

    QString keep(const std::string& history); // as writeWhole
    QStringList orphans() const;              // files of sessions that died, newest first
    static void discard(const QString& orphan);
    QString lastSession() const;                  // file of the one that ended before, "" when there is none
    QString setAside(const std::string& history); // becomes the last session; as writeWhole

    QStringList recent() const; // newest first, those that still exist
    void opened(const QString& path);

private:
    QString lastFile() const;
    QString m_folder, m_own; // m_own: the file of this session
    std::unique_ptr<QLockFile> m_lock;
    bool m_brokenOff = false;
};

} // namespace supernode
