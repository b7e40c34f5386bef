// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/keeper.h"

#include <QCoreApplication>
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

Keeper::Keeper(const QString& folder) : m_folder(folder) {
    QDir().mkpath(folder);
    m_lock = std::make_unique<QLockFile>(fileOf(QCoreApplication::applicationPid(), "lock"));
    m_lock->setStaleLockTime(0);
    m_lock->tryLock(0);
}

Keeper::~Keeper() {
    const QString own = fileOf(QCoreApplication::applicationPid(), "json"),
                  last = QDir(m_folder).filePath("last.json");
    if (!QFile::exists(own))
        return;
    QFile::remove(last);
    QFile::rename(own, last);
}

QString Keeper::lastSession() const {
    const QString last = QDir(m_folder).filePath("last.json");
    return QFile::exists(last) ? last : QString();
}

QString Keeper::fileOf(qint64 process, const char* end) const {
    return QDir(m_folder).filePath(QStringLiteral("session-%1.%2").arg(process).arg(QLatin1String(end)));
}

QString Keeper::keep(const std::string& history) {
    return writeWhole(fileOf(QCoreApplication::applicationPid(), "json"), history);
}

QStringList Keeper::orphans() const {
    QStringList found;
    const QString own = fileOf(QCoreApplication::applicationPid(), "json");
    for (const QFileInfo& file : QDir(m_folder).entryInfoList({"session-*.json"}, QDir::Files, QDir::Time))
        if (file.filePath() != own && !hasLivingOwner(file.filePath()))
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
