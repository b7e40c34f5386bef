// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the sign of the program into a folder, while it is built.   make_sign FOLDER
#include "app/desktop/sign.h"

#include <cstdio>

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fprintf(stderr, "usage: make_sign FOLDER\n");
        return 2;
    }
    const QString problem = supernode::writeSign(QString::fromLocal8Bit(argv[1]));
    if (!problem.isEmpty())
        std::fprintf(stderr, "make_sign: %s\n", qPrintable(problem));
    return problem.isEmpty() ? 0 : 1;
}
