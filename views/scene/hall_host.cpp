// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene/hall_host.h"

#include "views/theme/theme.h"

#include <QCoreApplication>
#include <QPainter>

namespace supernode {

void HallHost::setTrouble(const std::vector<Issue>& issues) {
    m_trouble.clear();
    for (const Issue& issue : issues)
        m_trouble += QString::fromStdString(toSentence(issue)) + QLatin1Char('\n');
    m_trouble = m_trouble.trimmed();
    if (onTrouble)
        onTrouble();
}

void paintTrouble(QPainter& painter, QSizeF size, const SceneColours& colours, const QString& trouble) {
    const auto colour = [](Vec3 c) { return QColor::fromRgbF(c.x, c.y, c.z); };
    const QRectF whole(QPointF(), size);
    painter.fillRect(whole, colour(colours.sky));
    painter.setPen(colour(colours.text));
    painter.setFont(currentTheme().font(TextSize::Title, QFont::DemiBold));
    painter.drawText(whole.adjusted(40, 0, -40, -size.height() / 2 - 8), Qt::AlignHCenter | Qt::AlignBottom,
                     QCoreApplication::translate("HallHost", "The 3D view is not available"));
    painter.setFont(currentTheme().font(TextSize::Body));
    painter.drawText(whole.adjusted(40, size.height() / 2 + 8, -40, 0),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, trouble);
}

} // namespace supernode
