#ifndef FONT_FONT_LIBRARY_H
#define FONT_FONT_LIBRARY_H

/* FreeType, for which a run without memory ends like for everything else. Never NULL; the caller closes it. */
struct FT_LibraryRec_ *font_library_open(void);
void font_library_close(struct FT_LibraryRec_ *library);

#endif
