// SPDX-License-Identifier: GPL-3.0-or-later
// Opens every mode once, measures frames, writes pictures: what a machine without a screen can say about the
// window.
#pragma once

#include <QJsonObject>
#include <QString>

namespace supernode {

class MainWindow;
class Session;

// `pictures`: a folder, made when missing; "" writes none. `firstFrame`: milliseconds from the start of the
// program.
QJsonObject runSmoke(MainWindow& window, Session& session, const QString& pictures, double firstFrame);

} // namespace supernode
