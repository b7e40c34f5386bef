// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/sign.h"

#include "app/files/builtin.h"
#include "views/fabric/rings_sign.h"

#include <QDir>
#include <QPixmap>

namespace supernode {
namespace {

constexpr int sizes[] = {16, 24, 32, 48, 64, 128, 256};

FabricPicturePtr rings() {
    for (const SystemPtr& system : builtinSystems())
        if (system->id == "cloudmatrix384")
            if (const Result<FabricPtr> fabric = buildFabric(system))
                return fabricPictureOf(*fabric);
    return nullptr;
}

} // namespace

QIcon programIcon() {
    QIcon icon;
    if (const FabricPicturePtr picture = rings())
        for (const int size : sizes)
            icon.addPixmap(QPixmap::fromImage(signImage(*picture, size)));
    return icon;
}

QString writeSign(const QString& folder) {
    const QString name = QStringLiteral("/supernode-explorer");
    const FabricPicturePtr picture = rings();
    if (!picture)
        return QStringLiteral("the machine that the sign is made of is not built in");
    QDir().mkpath(folder + "/scalable");
    QFile svg(folder + "/scalable" + name + ".svg");
    if (!svg.open(QIODevice::WriteOnly) || svg.write(signSvg(*picture)) < 0)
        return svg.fileName() + ": " + svg.errorString();
    for (const int size : sizes) {
        const QString place = folder + QString("/%1x%1").arg(size);
        QDir().mkpath(place);
        if (!signImage(*picture, size).save(place + name + ".png"))
            return place + name + ".png could not be written";
    }
    return {};
}

} // namespace supernode
