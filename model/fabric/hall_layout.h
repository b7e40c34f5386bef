// SPDX-License-Identifier: GPL-3.0-or-later
// Where everything stands, in metres: racks in rows, nodes and boxes in racks, chips on the fronts.
//
// Frame: as fabric.h. All indices are those of the whole machine; supernodes stand in blocks of the same
// floor plan, side by side and behind one another. Limit: the floor plan and the places on a front are
// schematic (HallSpec says so by grade); sizes of racks and nodes are the published ones.
#pragma once

#include "model/fabric/fabric.h"

namespace supernode {

class HallLayout {
public:
    explicit HallLayout(const SystemSpec& system);

    // Racks of a supernode: compute racks first, then switch racks, which stand in the middle of their row.
    int racksPerSupernode() const { return m_computeRacks + m_switchRacks; }
    // Boxes of a supernode: those of its spines, then those of its cores.
    int boxesPerSupernode() const { return m_boxes; }
    int rackOfNode(int node) const;
    // Boxes are dealt to the switch racks in turn, so that each plane is spread over all of them.
    int rackOfBox(int box) const;

    Box3 rack(int rack) const;
    Box3 node(int node) const;
    Box3 chip(int node, int chip) const;
    Box3 endpoint(int node, int chip, int endpoint) const;
    Box3 stack(const Box3& endpoint, int stack) const; // on the front of its endpoint
    Box3 cpu(int node, int cpu) const;
    Box3 leaf(int node, int plane) const;
    Box3 box(int box) const;
    Box3 switchInBox(int box, int inBox) const;
    // Where cables from the racks arrive that belong to a switch outside of them; no body.
    Box3 scaleOutLeaf(int supernode) const;
    Box3 outside() const;     // cores of the networks that join everything
    float trayHeight() const; // of the cable trays above the racks

private:
    struct Slot {
        int position; // from the bottom
        int of;
    };
    Slot slotOfNode(int inSupernode) const;
    Slot slotOfBox(int inSupernode) const;
    Vec3 block(int supernode) const; // middle of its floor
    Box3 inRack(int rack, Slot slot, double height) const;

    const SystemSpec& m_system; // outlives the layout
    int m_computeRacks;
    int m_switchRacks;
    int m_nodesPerRack;
    int m_boxes;
    int m_columns; // of blocks
    double m_blockWidth, m_blockDepth;
};

} // namespace supernode
