// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/keeper.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace supernode {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("supernode", text); }

constexpr int mostRecent = 8;

QString lockOf(const QString& session) { return session.chopped(4) + "lock"; } // "json"

bool hasLivingOwner(const QString& session) {
    QLockFile lock(lockOf(session));
    lock.setStaleLockTime(0); // only a dead process makes it stale
    return !lock.tryLock(0);  // taken here, it is given back at once
}

} // namespace

QString writeWhole(const QString& path, const std::string& text) {
    QSaveFile file(path);
    const auto size = static_cast<qint64>(text.size());
    if (file.open(QIODevice::WriteOnly) && file.write(text.data(), size) == size && file.commit())
        return {};
    return tr("%1 could not be written: %2. What was there stays as it was.")
        .arg(QFileInfo(path).fileName(), file.errorString());
}

// Named by the moment, too: the number of a process comes again, in a container at every start.
Keeper::Keeper(const QString& folder)
    : m_folder(folder), m_own(QDir(folder).filePath(QStringLiteral("session-%1-%2.json")
                                                        .arg(QCoreApplication::applicationPid())
                                                        .arg(QDateTime::currentMSecsSinceEpoch()))) {
    QDir().mkpath(folder);
    m_lock = std::make_unique<QLockFile>(lockOf(m_own));
    m_lock->setStaleLockTime(0);
    m_lock->tryLock(0); // where it cannot be locked it cannot be written either, and keep() says so
}

Keeper::~Keeper() {
    if (m_brokenOff || !QFile::exists(m_own))
        return;
    QFile::remove(lastFile());
    QFile::rename(m_own, lastFile());
}

QString Keeper::lastFile() const { return QDir(m_folder).filePath("last.json"); }

QString Keeper::lastSession() const { return QFile::exists(lastFile()) ? lastFile() : QString(); }

QString Keeper::setAside(const std::string& history) { return writeWhole(lastFile(), history); }

QString Keeper::keep(const std::string& history) { return writeWhole(m_own, history); }

QStringList Keeper::orphans() const {
    QStringList found;
    for (const QFileInfo& file : QDir(m_folder).entryInfoList({"session-*.json"}, QDir::Files, QDir::Time))
        if (file.filePath() != m_own && !hasLivingOwner(file.filePath()))
            found << file.filePath();
    return found;
}

void Keeper::discard(const QString& orphan) {
    QFile::remove(orphan);
    QFile::remove(lockOf(orphan));
}

QStringList Keeper::recent() const {
    QFile file(QDir(m_folder).filePath("recent.txt"));
    QStringList paths;
    if (file.open(QIODevice::ReadOnly | QIODevice::Text))
        for (const QString& line : QString::fromUtf8(file.readAll()).split('\n', Qt::SkipEmptyParts))
            if (QFileInfo::exists(line) && paths.size() < mostRecent)
                paths << line;
    return paths;
}

void Keeper::opened(const QString& path) {
    const QString whole = QFileInfo(path).absoluteFilePath();
    QStringList paths = recent();
    paths.removeAll(whole);
    paths.prepend(whole);
    writeWhole(QDir(m_folder).filePath("recent.txt"),
               paths.mid(0, mostRecent).join('\n').toStdString() + "\n");
}

} // namespace supernode
