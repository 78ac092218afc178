# cmake -DNAME=compound_lines -DINPUT=compounds.txt -DOUTPUT=compounds_data.cpp -P embed_compounds.cmake
# One string literal, not a table of pointers: it needs no relocations and stays in read-only memory.
file(STRINGS "${INPUT}" lines ENCODING UTF-8 REGEX "^[^#]")
list(JOIN lines "\\n\"\n\"" body)
file(WRITE "${OUTPUT}" "#include \"text/compounds.h\"\n\nnamespace lobby::text {\n\nconst std::string_view ${NAME} =\n\"${body}\\n\";\n\n}  // namespace lobby::text\n")
